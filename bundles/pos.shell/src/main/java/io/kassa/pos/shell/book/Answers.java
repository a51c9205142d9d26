package io.kassa.pos.shell.book;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.spi.payment.AttemptId;
import java.util.List;
import java.util.Optional;

/** The answers of attempts that have not ended, sealed. Each is on disk before the method has it. */
public final class Answers {

    private final Books books;
    private final Audit audit;
    private final Seal seal;

    public Answers(Books books, Audit audit, Seal seal) {
        this.books = books;
        this.audit = audit;
        this.seal = seal;
    }

    /** In the order they were given; up to the first that does not open. */
    public List<Given> of(AttemptId attempt) {
        List<Optional<Given>> all = books.read(tx -> tx.rows(
                "SELECT number, kind, step, at, sealed FROM shell_answer WHERE attempt = ? ORDER BY number",
                row -> seal.open(row.bytes("sealed"), place(attempt, row.number("number")))
                        .map(text ->
                                new Given(row.text("kind"), row.text("step"), AnswerText.read(text), row.time("at"))),
                attempt));
        return all.stream()
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Stores an answer; what was stored from its number on led nowhere.
     *
     * @param number 0 for the first
     * @param reason why a person vouches for what follows, where they do
     */
    public void put(Attempt attempt, int number, Given given, Optional<String> reason) {
        byte[] sealed = seal.close(AnswerText.write(given.answer()), place(attempt.id(), number));
        books.write(tx -> {
            tx.write("DELETE FROM shell_answer WHERE attempt = ? AND number >= ?", attempt.id(), number);
            tx.write(
                    "INSERT INTO shell_answer (attempt, number, kind, step, at, sealed) VALUES (?, ?, ?, ?, ?, ?)",
                    attempt.id(),
                    number,
                    given.kind(),
                    given.step(),
                    given.at(),
                    sealed);
            reason.ifPresent(why -> audit.append(
                    tx,
                    AuditRecord.of("shell", "payment.attested", attempt.sale().value())
                            .changed(Optional.empty(), Optional.of(why))
                            .by(attempt.id())));
            return null;
        });
    }

    /** Erases a refused answer and all after it. */
    public void eraseFrom(AttemptId attempt, int number) {
        books.write(tx -> tx.execute("DELETE FROM shell_answer WHERE attempt = ? AND number >= ?", attempt, number));
    }

    private static String place(AttemptId attempt, long number) {
        return attempt + " " + number;
    }
}
