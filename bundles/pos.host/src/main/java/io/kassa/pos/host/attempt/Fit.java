package io.kassa.pos.host.attempt;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Detour;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import java.util.Optional;

/** Whether an answer may be passed on to a step. */
public final class Fit {

    private static final int LONGEST_CODE = 65_536;

    private Fit() {}

    public static boolean of(Turn.Ask<?> ask, Answer answer) {
        boolean offered =
                !(answer instanceof Answer.Detoured) || detour(ask, answer).isPresent();
        return answer.fits(ask.step()) && offered && !isTooLong(ask.step(), answer);
    }

    public static Optional<Detour> detour(Turn.Ask<?> ask, Answer answer) {
        return ask.detours().stream()
                .filter(detour -> answer instanceof Answer.Detoured detoured
                        && detour.id().equals(detoured.id()))
                .findFirst();
    }

    private static boolean isTooLong(Step step, Answer answer) {
        return answer instanceof Answer.Scanned scanned && scanned.code().length() > LONGEST_CODE
                || answer instanceof Answer.Text text
                        && step instanceof Step.EnterText enter
                        && text.text().length() > enter.maxLength();
    }
}
