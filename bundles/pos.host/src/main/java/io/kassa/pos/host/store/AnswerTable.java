package io.kassa.pos.host.store;

import io.kassa.pos.host.json.Json;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Answers of attempts under way: sealed, and erased when the attempt's end is known. */
public final class AnswerTable {

    private final Transaction tx;
    private final Vault vault;

    public AnswerTable(Transaction tx, Vault vault) {
        this.tx = tx;
        this.vault = vault;
    }

    /** @param person who answered, for {@link AttemptTable#answered} */
    public void add(AttemptId attempt, GivenAnswer given, String person) {
        tx.write(
                "INSERT INTO till_answer VALUES (?, ?, ?, ?, ?, ?, ?)",
                attempt,
                given.number(),
                given.kind(),
                given.step(),
                given.at(),
                vault.seal(Json.write(document(given.answer())), context(attempt, given.number())),
                person);
    }

    /** In order, up to the first that cannot be read (its key file is gone): what follows could not be told either. */
    public List<GivenAnswer> of(AttemptId attempt) {
        List<GivenAnswer> readable = new ArrayList<>();
        for (Optional<GivenAnswer> given : tx.rows(
                "SELECT * FROM till_answer WHERE attempt = ? ORDER BY number", row -> given(attempt, row), attempt)) {
            if (given.isEmpty()) {
                break;
            }
            readable.add(given.get());
        }
        return readable;
    }

    /** Erases an answer, and those after it. */
    public void eraseFrom(AttemptId attempt, int number) {
        tx.write("DELETE FROM till_answer WHERE attempt = ? AND number >= ?", attempt, number);
    }

    public void erase(AttemptId attempt) {
        eraseFrom(attempt, 0);
    }

    private Optional<GivenAnswer> given(AttemptId attempt, Row row) {
        int number = Math.toIntExact(row.number("number"));
        return vault.open(row.text("sealed"), context(attempt, number))
                .map(text -> new GivenAnswer(
                        number, row.text("kind"), row.text("step"), row.time("given_at"), answer(Json.read(text))));
    }

    private static String context(AttemptId attempt, int number) {
        return attempt.value() + "#" + number;
    }

    private static List<Object> document(Answer answer) {
        if (answer instanceof Answer.Scanned scanned) {
            return List.of("SCANNED", scanned.code());
        } else if (answer instanceof Answer.Amount amount) {
            return List.of(
                    "AMOUNT", amount.money().minor(), amount.money().currency().getCurrencyCode());
        } else if (answer instanceof Answer.Text text) {
            return List.of("TEXT", text.text());
        } else if (answer instanceof Answer.Detoured detoured) {
            return List.of("DETOURED", detoured.id());
        } else if (answer instanceof Answer.Confirmed) {
            return List.of("CONFIRMED");
        }
        return List.of("CANCELLED");
    }

    private static Answer answer(Object document) {
        List<?> parts = (List<?>) document;
        return switch ((String) parts.get(0)) {
            case "SCANNED" -> new Answer.Scanned((String) parts.get(1));
            case "AMOUNT" ->
                new Answer.Amount(new Money((Long) parts.get(1), Currency.getInstance((String) parts.get(2))));
            case "TEXT" -> new Answer.Text((String) parts.get(1));
            case "DETOURED" -> new Answer.Detoured((String) parts.get(1));
            case "CONFIRMED" -> new Answer.Confirmed();
            default -> new Answer.Cancelled();
        };
    }
}
