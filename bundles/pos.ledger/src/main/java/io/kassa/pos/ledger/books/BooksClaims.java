package io.kassa.pos.ledger.books;

import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Settlement;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.OpenIntent;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Claims in a table with one standing row a reference, and reservations in memory. */
public final class BooksClaims implements Claims {

    private static final String STANDING =
            "SELECT attempt, sale, since FROM ledger_claim WHERE ended_at IS NULL AND scheme = ? AND id = ?";

    private final Books books;
    private final Clock clock;
    private final Intents intents;
    private final Reservations reservations = new Reservations(Duration.ofSeconds(2));

    public BooksClaims(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
        this.intents = new Intents(books, clock);
        books.install(LedgerSchema.PART);
    }

    @Override
    public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
        // Reserved first, then looked up: a claim that is settled and released in between is seen in one of the two
        // places.
        Claim.Held wanted = new Claim.Held(sale, attempt, now());
        Optional<Claim.Held> reserved = reservations.reserve(reference, wanted);
        boolean isNew = false;
        try {
            Optional<Claim.Held> stored = stored(reference);
            Optional<Claim.Held> other =
                    stored.or(() -> reserved).filter(held -> !held.attempt().equals(attempt));
            isNew = stored.isEmpty() && other.isEmpty();
            return other.<Claim>map(held -> held).orElseGet(Claim.Granted::new);
        } finally {
            // What the attempt has on disk already needs no reservation.
            if (!isNew && reserved.isEmpty()) {
                reservations.drop(reference, wanted);
            }
        }
    }

    @Override
    public Optional<Claim.Held> holder(PaymentReference reference) {
        Optional<Claim.Held> reserved = reservations.holder(reference);
        Optional<Claim.Held> stored = stored(reference);
        return stored.or(() -> reserved);
    }

    @Override
    public Settlement settle(Transaction transaction, AttemptId attempt, SaleId sale, Optional<PaymentReference> paid) {
        Set<PaymentReference> reserved = reservations.of(attempt);
        Set<PaymentReference> references = new LinkedHashSet<>(reserved);
        paid.ifPresent(references::add);
        List<PaymentReference> written = new ArrayList<>();
        for (PaymentReference reference : references) {
            // One that is reserved was looked for a moment ago. Any other may be the attempt's own already.
            boolean isNew = reserved.contains(reference)
                    || holder(transaction, reference).isEmpty();
            if (isNew && insert(transaction, reference, attempt, sale)) {
                written.add(reference);
                continue;
            }
            Optional<Claim.Held> other = holder(transaction, reference)
                    .filter(held -> !held.attempt().equals(attempt));
            if (other.isPresent()) {
                written.forEach(each -> takeBack(transaction, each));
                return new Settlement.Taken(reference, other.get());
            }
        }
        return new Settlement.Settled(references);
    }

    /** Whether nobody had it: most receipts are used once, so it is written first and looked for only where that fails. */
    private boolean insert(Transaction transaction, PaymentReference reference, AttemptId attempt, SaleId sale) {
        return transaction.insert(
                "INSERT INTO ledger_claim (scheme, id, attempt, sale, since) VALUES (?, ?, ?, ?, ?)",
                reference.scheme(),
                reference.id(),
                attempt,
                sale,
                now());
    }

    private static void takeBack(Transaction transaction, PaymentReference reference) {
        transaction.write(
                "DELETE FROM ledger_claim WHERE scheme = ? AND id = ? AND ended_at IS NULL",
                reference.scheme(),
                reference.id());
    }

    @Override
    public void release(AttemptId attempt) {
        reservations.release(attempt);
    }

    @Override
    public boolean free(Transaction transaction, PaymentReference reference, AttemptId holder) {
        int ended = transaction.execute(
                "UPDATE ledger_claim SET ended_at = ? WHERE scheme = ? AND id = ? AND attempt = ? AND ended_at IS NULL",
                now(),
                reference.scheme(),
                reference.id(),
                holder);
        return ended == 1;
    }

    @Override
    public Optional<Claim.Held> holder(Transaction transaction, PaymentReference reference) {
        return transaction.row(STANDING, BooksClaims::held, reference.scheme(), reference.id());
    }

    @Override
    public Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
        return intents.open(reference, attempt, sale, seen);
    }

    @Override
    public Optional<Intent.Open> intent(AttemptId attempt) {
        return books.read(transaction -> intents.of(transaction, attempt));
    }

    @Override
    public boolean sending(AttemptId attempt, Intent.Open known) {
        return intents.sending(attempt, known);
    }

    @Override
    public List<OpenIntent> openIntents() {
        return books.read(intents::listed);
    }

    @Override
    public boolean closeIntent(Transaction transaction, AttemptId attempt) {
        return intents.close(transaction, attempt);
    }

    @Override
    public Optional<SaleId> refundedFrom(Transaction transaction, PaymentReference reference) {
        return intents.busy(transaction, reference).map(Intent.Busy::sale);
    }

    @Override
    public List<AttemptId> attemptsToRecover(Transaction transaction) {
        return intents.open(transaction);
    }

    /** As precise as the books keep it, so that a time is the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Claim.Held> stored(PaymentReference reference) {
        return books.row(STANDING, BooksClaims::held, reference.scheme(), reference.id());
    }

    private static Claim.Held held(Row row) {
        return new Claim.Held(new SaleId(row.text("sale")), new AttemptId(row.text("attempt")), row.time("since"));
    }
}
