package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.AnswerTable;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.TenderTable;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.host.store.Vouched;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.Settlement;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.text.Guidance;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Stores how a payment ended: its tender, its claims and the end of its attempt in one transaction. */
public final class PaymentBooking {

    private static final int NEVER = 0;

    private final Desk desk;
    private final Endings endings;
    private final Elsewhere elsewhere;
    private final UsedReceipt used;
    private final Obstacles obstacles;
    private final LateCases lateCases;
    private final PaymentLines lines;
    private final Backoff backoff = new Backoff();
    private final SalesInPayment sales;
    private final InDoubt inDoubt;

    public PaymentBooking(Desk desk) {
        this.desk = desk;
        this.endings = new Endings(desk);
        this.elsewhere = new Elsewhere(desk);
        this.used = new UsedReceipt(desk);
        this.obstacles = new Obstacles(desk);
        this.lateCases = new LateCases(desk);
        this.lines = new PaymentLines(desk);
        this.sales = new SalesInPayment(desk);
        this.inDoubt = new InDoubt(desk, endings);
    }

    void begun(AttemptId payment, Sale sale) {
        sales.begun(payment, sale);
    }

    /** The sale at a register as it was seen last, if that is known. */
    Optional<Sale> seen(String register) {
        return sales.at(register);
    }

    /** @param gaveUp the person who did, if it came of that */
    Ended book(Attempt attempt, PaymentOutcome outcome, Optional<String> gaveUp) {
        try {
            Ended ended = store(attempt, outcome, gaveUp);
            if (ended.stored()) {
                endings.payment(attempt, outcome);
            }
            return ended;
        } catch (CommitUnknownException e) {
            // whoever asks next finds it ended, and would not say so again
            if (endings.isStored(attempt)) {
                desk.claims().release(attempt.id());
                endings.payment(attempt, outcome);
            } else {
                inDoubt.add(attempt);
            }
            throw e;
        }
    }

    /** For who can read the books again. */
    void lookAgain() {
        inDoubt.lookAgain();
    }

    private Ended store(Attempt attempt, PaymentOutcome outcome, Optional<String> gaveUp) {
        return outcome.accept(new PaymentOutcome.Visitor<>() {
            @Override
            public Ended paid(PaymentOutcome.Paid paid) {
                return book(attempt, paid);
            }

            @Override
            public Ended declined(PaymentOutcome.Declined declined) {
                return end(attempt, Attempt.State.DECLINED, Optional.of(declined.guidance()));
            }

            @Override
            public Ended unknown(PaymentOutcome.Unknown unknown) {
                return leaveOpen(attempt, unknown, gaveUp);
            }

            @Override
            public Ended cancelled(PaymentOutcome.Cancelled cancelled) {
                return end(attempt, Attempt.State.CANCELLED, Optional.empty());
            }
        });
    }

    /**
     * Books an end that was not known before. Money of a sale that went on without it is a case for a person. While the next payment of
     * its sale is under way nothing is booked: that one would be paid beside it.
     */
    public void late(Attempt attempt, PaymentOutcome outcome) {
        boolean paid = outcome instanceof PaymentOutcome.Paid;
        Optional<Ended> ended = paid ? Optional.of(store(attempt, outcome, Optional.empty())) : Optional.empty();
        if (ended.map(end -> end.stored() || end.problem().isEmpty()).orElse(false)) {
            return;
        }
        desk.books().write(tx -> {
            if (!is(tx, attempt, Attempt.State.UNKNOWN)) {
                return null;
            }
            Attempt.State state = paid ? Attempt.State.UNKNOWN : Attempt.State.CANCELLED;
            new AttemptTable(tx).end(attempt.id(), state, desk.now(), Optional.empty());
            new AnswerTable(tx, desk.answers()).erase(attempt.id());
            nothingIsOpen(tx, attempt);
            if (outcome instanceof PaymentOutcome.Paid late) {
                lateCases.open(tx, attempt, late.reference());
                lines.late(tx, attempt, late);
            } else {
                lines.notMade(tx, attempt);
            }
            return null;
        });
    }

    /** The question that waits and the case of an end that was not known. */
    private static void nothingIsOpen(Transaction tx, Attempt attempt) {
        new FollowUpTable(tx).delete(attempt.id());
        new CaseTable(tx).resolve(attempt.id().value(), CaseTable.TILL, "the end is known");
    }

    /** The cashier gave up while nobody served the method. */
    Ended abandon(Attempt attempt, String person) {
        return book(
                attempt,
                answered(attempt)
                        ? new PaymentOutcome.Unknown(
                                desk.words().guidance(Refusal.PAYMENT_UNKNOWN, attempt.methodName()))
                        : new PaymentOutcome.Cancelled(),
                Optional.of(person));
    }

    /** Whether anything was said to the method so far. */
    boolean answered(Attempt attempt) {
        return desk.books()
                .read(tx ->
                        !new AnswerTable(tx, desk.answers()).of(attempt.id()).isEmpty());
    }

    private Ended book(Attempt attempt, PaymentOutcome.Paid paid) {
        Optional<Offered> offered = desk.methods().find(attempt.origin());
        SalesInPayment.Seen seen = sales.of(attempt);
        boolean givesChange = offered.map(o -> o.info().givesChange()).orElse(false);
        Ended ended = desk.books().write(tx -> settle(tx, attempt, paid, givesChange, seen));
        ended.sale().ifPresent(sale -> sales.paid(seen, sale));
        desk.claims().release(attempt.id());
        return ended;
    }

    private Ended settle(
            Transaction tx, Attempt attempt, PaymentOutcome.Paid paid, boolean givesChange, SalesInPayment.Seen seen) {
        AttemptTable attempts = new AttemptTable(tx);
        AttemptTable.Answered answered = attempts.answered(attempt.id()).orElseThrow();
        Attempt now = answered.attempt();
        if (!now.isOpen() && now.state() != Attempt.State.UNKNOWN) {
            return Ended.STORED;
        }
        Optional<Guidance> unfit = paid.reference()
                .flatMap(reference -> elsewhere.why(tx, now, reference))
                .or(() -> obstacles.wrong(now, paid));
        if (unfit.isPresent()) {
            return Ended.takenBack(unfit.get());
        }
        if (isOvertaken(attempts, now)) {
            return Ended.LATER;
        }
        Sale sale = seen.now(tx, now);
        Tender tender = tender(now, paid, givesChange);
        Optional<Sale> placed = sale.plus(tender).placed(seen.limits());
        Optional<Guidance> obstacle = obstacles.of(tx, now, sale, tender, placed.isPresent());
        if (obstacle.isPresent()) {
            return Ended.takenBack(obstacle.get());
        }
        Settlement settlement = desk.claims().settle(tx, now.id(), now.sale(), paid.reference());
        if (settlement instanceof Settlement.Taken taken) {
            return Ended.takenBack(used.words(tx, now.sale(), taken.reference(), taken.holder()));
        }
        new TenderTable(tx).insert(sale.id(), tender);
        Sale stored = new SaleTable(tx).place(placed.orElseThrow());
        attempts.end(now.id(), Attempt.State.PAID, tender.paidAt(), Optional.empty());
        new AnswerTable(tx, desk.answers()).erase(now.id());
        if (!now.isOpen()) {
            nothingIsOpen(tx, now);
        }
        follow(tx, now, tender);
        lines.taken(tx, now, answered.by(), tender);
        return Ended.paid(stored);
    }

    /** Whether the next payment of its sale is under way; a register has one open payment at most. */
    private static boolean isOvertaken(AttemptTable attempts, Attempt attempt) {
        return !attempt.isOpen()
                && attempts.paying(attempt.register())
                        .filter(other -> other.sale().equals(attempt.sale()))
                        .isPresent();
    }

    private void follow(Transaction tx, Attempt attempt, Tender tender) {
        tender.reference().ifPresent(reference -> {
            new UnusedTable(tx).usedUp(reference, attempt.sale());
            lateCases.usedUp(tx, reference);
        });
        if (tender.evidence() == Evidence.SIGNED) {
            Instant at = tender.paidAt();
            new FollowUpTable(tx)
                    .insert(
                            attempt.id(),
                            FollowUpTable.Task.VERIFY,
                            at,
                            at.plus(backoff.after(NEVER, Optional.empty())));
        }
    }

    private Tender tender(Attempt attempt, PaymentOutcome.Paid paid, boolean givesChange) {
        Money over = paid.tendered().minus(paid.applied());
        // what pays less than all that is left is not rounded: the rest will be
        Money rounding =
                paid.applied().equals(attempt.due()) ? attempt.terms().rounding() : Money.zero(over.currency());
        Optional<PaymentReference> reference = paid.reference();
        return new Tender(
                attempt.id(),
                attempt.method(),
                attempt.methodName(),
                reference.map(PaymentReference::scheme).or(attempt::scheme),
                paid.tendered(),
                paid.applied().minus(rounding),
                givesChange ? over : Money.zero(over.currency()),
                rounding,
                givesChange,
                paid.evidence(),
                attempt.vouched().map(Vouched::reason),
                reference,
                paid.particulars(),
                paid.receiptLines(),
                desk.now(),
                attempt.only(),
                new TreeMap<>());
    }

    private Ended end(Attempt attempt, Attempt.State state, Optional<Guidance> guidance) {
        desk.books().write(tx -> {
            if (is(tx, attempt, Attempt.State.OPEN)) {
                new AttemptTable(tx).end(attempt.id(), state, desk.now(), guidance);
                new AnswerTable(tx, desk.answers()).erase(attempt.id());
            }
            return null;
        });
        desk.claims().release(attempt.id());
        return Ended.STORED;
    }

    private Ended leaveOpen(Attempt attempt, PaymentOutcome.Unknown unknown, Optional<String> gaveUp) {
        Guidance guidance = unknown.guidance();
        desk.books().write(tx -> {
            AttemptTable attempts = new AttemptTable(tx);
            AttemptTable.Answered answered = attempts.answered(attempt.id()).orElseThrow();
            if (!answered.attempt().isOpen()) {
                return null;
            }
            Instant now = desk.now();
            attempts.end(attempt.id(), Attempt.State.UNKNOWN, now, Optional.of(guidance));
            new FollowUpTable(tx)
                    .insert(
                            attempt.id(),
                            FollowUpTable.Task.PAYMENT,
                            now,
                            now.plus(backoff.after(NEVER, unknown.pause())));
            new CaseTable(tx)
                    .put(new CaseTable.Case(attempt.id().value(), attempt.sale(), attempt.id(), now, guidance));
            lines.unknown(tx, answered.attempt(), gaveUp.orElse(answered.by()));
            return null;
        });
        return Ended.STORED;
    }

    /** Looked at again where it is written: another host may have ended it meanwhile. */
    private static boolean is(Transaction tx, Attempt attempt, Attempt.State state) {
        return new AttemptTable(tx)
                .find(attempt.id())
                .filter(now -> now.state() == state)
                .isPresent();
    }
}
