package io.kassa.pos.shell.book;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import java.util.Currency;

/** Answers as text, for sealing. */
final class AnswerText {

    private static final char MARK = ':';

    private AnswerText() {}

    static String write(Answer answer) {
        if (answer instanceof Answer.Scanned scanned) {
            return "scanned" + MARK + scanned.code();
        }
        if (answer instanceof Answer.Amount amount) {
            return "amount" + MARK + amount.money().currency().getCurrencyCode()
                    + amount.money().minor();
        }
        if (answer instanceof Answer.Text text) {
            return "text" + MARK + text.text();
        }
        if (answer instanceof Answer.Detoured detoured) {
            return "detoured" + MARK + detoured.id();
        }
        return (answer instanceof Answer.Confirmed ? "confirmed" : "cancelled") + MARK;
    }

    static Answer read(String written) {
        int mark = written.indexOf(MARK);
        String content = written.substring(mark + 1);
        return switch (written.substring(0, mark)) {
            case "scanned" -> new Answer.Scanned(content);
            case "amount" ->
                new Answer.Amount(
                        new Money(Long.parseLong(content.substring(3)), Currency.getInstance(content.substring(0, 3))));
            case "text" -> new Answer.Text(content);
            case "detoured" -> new Answer.Detoured(content);
            case "confirmed" -> new Answer.Confirmed();
            case "cancelled" -> new Answer.Cancelled();
            default -> throw new IllegalStateException("Not a kind of answer");
        };
    }
}
