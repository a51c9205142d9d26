package io.kassa.pos.shell.book;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.Row;
import io.kassa.pos.ledger.Settlement;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentOutcome.Paid;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Sales and attempts. An attempt is here before the method hears of it, and its end before anybody is told. */
public final class Journal {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);
    private static final int DOUBLINGS = 16;

    private final Books books;
    private final Claims claims;
    private final Lines lines;
    private final Payments payments;
    private final Clock clock;

    public Journal(Books books, Claims claims, Audit audit, Payments payments, Clock clock) {
        this.books = books;
        this.claims = claims;
        this.lines = new Lines(audit);
        this.payments = payments;
        this.clock = clock;
        books.install(Tables.PART);
    }

    /** Begins a sale, with a number that no other till on these books has. */
    public SaleId newSale() {
        long number = books.write(tx -> {
            long next = tx.row("SELECT COALESCE(MAX(number), 0) + 1 AS next FROM shell_sale", row -> row.number("next"))
                    .orElseThrow();
            tx.write("INSERT INTO shell_sale (number, at) VALUES (?, ?)", next, clock.instant());
            return next;
        });
        return new SaleId("SH-%06d".formatted(number));
    }

    /** Whether an attempt begins. Two refunds must never go for the same money, also from two tills. */
    public enum Beginning {
        BEGUN,
        /** Another refund of the same payment has not ended. */
        UNDER_WAY,
        /** So much cannot go back any more. */
        TOO_MUCH
    }

    /** What a refund may give back is looked up in the transaction that begins it: another may have ended a moment ago. */
    public Beginning begin(Attempt attempt) {
        return books.write(tx -> {
            if (attempt.undoes().isPresent()) {
                AttemptId payment = attempt.undoes().get();
                if (refunding(tx, payment)) {
                    return Beginning.UNDER_WAY;
                }
                if (attempt.amount()
                        .isMoreThan(payments.by(tx, payment).orElseThrow().refundable())) {
                    return Beginning.TOO_MUCH;
                }
            }
            tx.write(
                    "INSERT INTO shell_attempt (id, sale, method, currency, amount, eligible, undoes, scheme, started_at,"
                            + " state, tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                    attempt.id(),
                    attempt.sale(),
                    attempt.method(),
                    attempt.amount().currency().getCurrencyCode(),
                    attempt.amount().minor(),
                    attempt.eligible().minor(),
                    attempt.undoes(),
                    attempt.scheme(),
                    attempt.startedAt(),
                    attempt.state());
            if (attempt.isRefund()) {
                lines.add(tx, attempt, "begun", attempt.amount());
            }
            return Beginning.BEGUN;
        });
    }

    private static boolean refunding(Transaction tx, AttemptId payment) {
        return !tx.rows(
                        "SELECT id FROM shell_attempt WHERE undoes = ? AND state <> 'ENDED'",
                        row -> row.text("id"),
                        payment)
                .isEmpty();
    }

    public Optional<Attempt> find(AttemptId id) {
        return books.read(tx -> find(tx, id));
    }

    private static Optional<Attempt> find(Transaction tx, AttemptId id) {
        return tx.row("SELECT * FROM shell_attempt WHERE id = ?", Journal::attempt, id);
    }

    /** Those that have not ended, oldest first. */
    public List<Attempt> unended() {
        return books.read(tx ->
                tx.rows("SELECT * FROM shell_attempt WHERE state <> 'ENDED' ORDER BY started_at", Journal::attempt));
    }

    /** Refunds that were asked for before the till stopped: their request may have been sent. */
    public List<Attempt> cutOff() {
        return books.read(tx -> claims.attemptsToRecover(tx).stream()
                .flatMap(id -> find(tx, id).stream())
                .filter(attempt -> attempt.state() == Attempt.State.OPEN)
                .toList());
    }

    /** Unknown ones whose time has come. */
    public List<Attempt> due() {
        Instant now = clock.instant();
        return books.read(tx -> tx.rows(
                "SELECT * FROM shell_attempt WHERE state = 'UNKNOWN' AND ask_at <= ? ORDER BY ask_at",
                Journal::attempt,
                now));
    }

    /**
     * Books a payment and settles its claims: one commit. When another till was faster, with the receipt or with the attempt,
     * nothing is stored.
     */
    public Booking paid(Attempt attempt, Paid paid) {
        Booking booking = certainly(
                attempt,
                () -> books.write(tx -> {
                    if (find(tx, attempt.id()).orElseThrow().hasEnded()) {
                        return new Booking.Late();
                    }
                    Settlement claimed = claims.settle(tx, attempt.id(), attempt.sale(), paid.reference());
                    if (claimed instanceof Settlement.Taken taken) {
                        return new Booking.Taken(taken.holder().sale());
                    }
                    payments.insert(tx, attempt, paid, clock.instant());
                    lines.add(tx, attempt, "taken", paid.tendered());
                    return ended(tx, attempt.id());
                }));
        claims.release(attempt.id());
        return booking;
    }

    /** Books what went back, and closes the intent: one commit, and once, whoever else is at the same attempt. */
    public Booking refunded(Attempt attempt, Money amount) {
        return certainly(
                attempt,
                () -> books.write(tx -> {
                    Booking booking = ended(tx, attempt.id());
                    if (booking instanceof Booking.Stored) {
                        payments.refunded(tx, attempt.undoes().orElseThrow(), amount);
                        claims.closeIntent(tx, attempt.id());
                        lines.add(tx, attempt, "done", amount);
                    }
                    return booking;
                }));
    }

    /** Nothing was paid or went back by this attempt, and nothing will. */
    public Booking endedWithNothing(Attempt attempt) {
        Booking booking = certainly(
                attempt,
                () -> books.write(tx -> {
                    claims.closeIntent(tx, attempt.id());
                    Booking ended = ended(tx, attempt.id());
                    // a payment that was given up moved nothing; of one whose end was not known that has to be said
                    if (ended instanceof Booking.Stored
                            && (attempt.isRefund() || attempt.state() == Attempt.State.UNKNOWN)) {
                        lines.add(
                                tx,
                                attempt,
                                "ended",
                                Money.zero(attempt.amount().currency()));
                    }
                    return ended;
                }));
        claims.release(attempt.id());
        return booking;
    }

    /** Its end is not known: it is asked for again, after a pause that doubles. */
    public Booking unknown(Attempt attempt) {
        return unknown(attempt, Optional.empty());
    }

    /** @param askedFor how long the provider wants to be left alone; for that alone nobody waits longer than an hour */
    public Booking unknown(Attempt attempt, Optional<Duration> askedFor) {
        Duration least =
                askedFor.map(pause -> shorter(pause, LONGEST_ASKED_FOR)).orElse(Duration.ZERO);
        return books.write(tx -> {
            long tries = tx.row(
                            "SELECT tries FROM shell_attempt WHERE id = ?", row -> row.number("tries"), attempt.id())
                    .orElseThrow();
            Duration own = shorter(Duration.ofSeconds(2L << Math.min(tries, DOUBLINGS)), LONGEST_PAUSE);
            int waits = tx.execute(
                    "UPDATE shell_attempt SET state = 'UNKNOWN', tries = ?, ask_at = ? WHERE id = ? AND state <> 'ENDED'",
                    tries + 1,
                    clock.instant().plus(own.compareTo(least) < 0 ? least : own),
                    attempt.id());
            if (waits == 1 && tries == 0) {
                lines.add(tx, attempt, "unknown", attempt.eligible());
            }
            return waits == 1 ? new Booking.Stored() : new Booking.Late();
        });
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** An attempt ends once: only who ended it may book what came of it. */
    private static Booking ended(Transaction tx, AttemptId attempt) {
        int ended = tx.execute("UPDATE shell_attempt SET state = 'ENDED' WHERE id = ? AND state <> 'ENDED'", attempt);
        tx.write("DELETE FROM shell_answer WHERE attempt = ?", attempt);
        return ended == 1 ? new Booking.Stored() : new Booking.Late();
    }

    private interface Commit {
        Booking tried();
    }

    /** A commit whose reply was lost is read again before anybody is told anything; not stored, it is tried once more. */
    private Booking certainly(Attempt attempt, Commit commit) {
        try {
            return commit.tried();
        } catch (CommitUnknownException e) {
            return find(attempt.id()).orElseThrow().hasEnded() ? new Booking.Stored() : commit.tried();
        }
    }

    private static Attempt attempt(Row row) {
        Currency currency = Currency.getInstance(row.text("currency"));
        return new Attempt(
                new AttemptId(row.text("id")),
                new SaleId(row.text("sale")),
                row.text("method"),
                new Money(row.number("amount"), currency),
                new Money(row.number("eligible"), currency),
                row.findText("undoes").map(AttemptId::new),
                row.findText("scheme"),
                row.time("started_at"),
                Attempt.State.valueOf(row.text("state")));
    }
}
