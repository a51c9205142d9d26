package io.kassa.pos.host.store;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Step;
import java.time.Instant;

/**
 * What a person answered, and when: enough to tell it again to whoever serves the method by then.
 *
 * @param number its place among the answers of the attempt, from 1
 * @param kind of the step it answered
 * @param step name of the step it answered
 */
public record GivenAnswer(int number, String kind, String step, Instant at, Answer answer) {

    public boolean answers(Step asked) {
        return step.equals(asked.name()) && kind.equals(kindOf(asked)) && answer.fits(asked);
    }

    public static String kindOf(Step step) {
        return step.render(new Step.Renderer<>() {
            @Override
            public String scanCode(Step.ScanCode scan) {
                return "SCAN_CODE";
            }

            @Override
            public String enterAmount(Step.EnterAmount enter) {
                return "ENTER_AMOUNT";
            }

            @Override
            public String enterText(Step.EnterText enter) {
                return "ENTER_TEXT";
            }

            @Override
            public String confirm(Step.Confirm confirm) {
                return "CONFIRM";
            }
        });
    }
}
