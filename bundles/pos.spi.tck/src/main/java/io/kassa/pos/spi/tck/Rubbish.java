package io.kassa.pos.spi.tck;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Step;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Input that no plug-in can have use for. */
final class Rubbish {

    /** What no message may repeat. */
    static final String MARK = "RUBBISH-7f3a9c51d0";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            MARK,
            "\u0000\u0007\u001b[31m" + MARK,
            "https://example.org/?q=" + MARK,
            "{\"" + MARK + "\":",
            "eyJhbGciOiJub25lIn0." + MARK + ".",
            "\ud83d\ude00\ud83d" + MARK,
            MARK.repeat(600));

    private Rubbish() {}

    /** Answers that fit the step and mean nothing; none to a step that takes no input. */
    static List<Answer> answersTo(Step step, Currency currency) {
        if (step instanceof Step.ScanCode) {
            return TEXTS.stream().<Answer>map(Answer.Scanned::new).toList();
        }
        if (step instanceof Step.EnterText) {
            return TEXTS.stream().<Answer>map(Answer.Text::new).toList();
        }
        Currency other = Currency.getInstance(currency.getCurrencyCode().equals("XTS") ? "XAU" : "XTS");
        return step instanceof Step.EnterAmount
                ? Stream.of(
                                new Money(0, currency),
                                new Money(-1000, currency),
                                new Money(Long.MIN_VALUE, currency),
                                new Money(1000, other))
                        .<Answer>map(Answer.Amount::new)
                        .toList()
                : List.of();
    }
}
