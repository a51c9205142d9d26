package io.kassa.pos.ledger.books;

import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.ledger.OpenIntent;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refund intents: rules L7, L8 and L10. */
final class Intents {

    private final Books books;
    private final Clock clock;

    Intents(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    Intent open(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
        try {
            return books.write(transaction -> open(transaction, reference, attempt, sale, seen));
        } catch (CommitUnknownException e) {
            // Opened again it is marked as such, and whoever sees that inquires before sending. Not stored, nothing is
            // granted.
            return books.read(transaction -> of(transaction, attempt))
                    .orElseThrow(() -> new LedgerUnavailableException("The intent was not stored", e));
        }
    }

    private Intent open(
            Transaction transaction,
            PaymentReference reference,
            AttemptId attempt,
            SaleId sale,
            Map<String, String> seen) {
        Optional<Intent.Open> first = of(transaction, attempt);
        if (first.isPresent()) {
            return first.get();
        }
        Optional<Intent.Busy> other = busy(transaction, reference);
        if (other.isPresent()) {
            return other.get();
        }
        Instant now = now();
        transaction.write(
                "INSERT INTO ledger_intent (attempt, scheme, id, sale, opened_at) VALUES (?, ?, ?, ?, ?)",
                attempt,
                reference.scheme(),
                reference.id(),
                sale,
                now);
        seen.forEach((name, fact) -> transaction.write(
                "INSERT INTO ledger_intent_fact (attempt, name, fact) VALUES (?, ?, ?)", attempt, name, fact));
        return new Intent.Open(reference, now, Optional.empty(), seen, false);
    }

    Optional<Intent.Busy> busy(Transaction transaction, PaymentReference reference) {
        return transaction.row(
                "SELECT sale, attempt, opened_at FROM ledger_intent WHERE scheme = ? AND id = ? AND closed_at IS NULL",
                Intents::busy,
                reference.scheme(),
                reference.id());
    }

    Optional<Intent.Open> of(Transaction transaction, AttemptId attempt) {
        return transaction.row(
                "SELECT scheme, id, opened_at, sent_at FROM ledger_intent WHERE attempt = ?",
                row -> new Intent.Open(
                        new PaymentReference(row.text("scheme"), row.text("id")),
                        row.time("opened_at"),
                        row.findTime("sent_at"),
                        facts(transaction, attempt),
                        true),
                attempt);
    }

    private static Map<String, String> facts(Transaction transaction, AttemptId attempt) {
        return transaction
                .rows(
                        "SELECT name, fact FROM ledger_intent_fact WHERE attempt = ?",
                        row -> Map.entry(row.text("name"), row.text("fact")),
                        attempt)
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean sending(AttemptId attempt, Intent.Open known) {
        try {
            return books.write(transaction -> mark(transaction, attempt, known));
        } catch (CommitUnknownException e) {
            // Perhaps it is written that it was sent. It was not: whoever asks next counts from then, and may send.
            throw new LedgerUnavailableException("It is not known whether the sending was stored", e);
        }
    }

    private boolean mark(Transaction transaction, AttemptId attempt, Intent.Open known) {
        String mine = "UPDATE ledger_intent SET sent_at = ? WHERE attempt = ? AND closed_at IS NULL AND sent_at ";
        int marked = known.sentAt().isPresent()
                ? transaction.execute(mine + "= ?", after(known.sentAt().get()), attempt, known.sentAt())
                : transaction.execute(mine + "IS NULL", now(), attempt);
        return marked == 1;
    }

    /** Also when the clock ran back, or another host's is ahead: two sendings never look the same. */
    private Instant after(Instant sent) {
        Instant next = sent.plus(1, ChronoUnit.MICROS);
        return now().isAfter(next) ? now() : next;
    }

    /** As precise as the books keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    boolean close(Transaction transaction, AttemptId attempt) {
        return transaction.execute(
                        "UPDATE ledger_intent SET closed_at = ? WHERE attempt = ? AND closed_at IS NULL",
                        clock.instant(),
                        attempt)
                == 1;
    }

    List<AttemptId> open(Transaction transaction) {
        return transaction.rows(
                "SELECT attempt FROM ledger_intent WHERE closed_at IS NULL ORDER BY opened_at",
                row -> new AttemptId(row.text("attempt")));
    }

    List<OpenIntent> listed(Transaction transaction) {
        return transaction.rows(
                "SELECT attempt, scheme, id, sale, opened_at FROM ledger_intent WHERE closed_at IS NULL"
                        + " ORDER BY opened_at, attempt",
                row -> {
                    AttemptId attempt = new AttemptId(row.text("attempt"));
                    return new OpenIntent(
                            new PaymentReference(row.text("scheme"), row.text("id")),
                            attempt,
                            new SaleId(row.text("sale")),
                            row.time("opened_at"),
                            facts(transaction, attempt));
                });
    }

    private static Intent.Busy busy(Row row) {
        return new Intent.Busy(new SaleId(row.text("sale")), new AttemptId(row.text("attempt")), row.time("opened_at"));
    }
}
