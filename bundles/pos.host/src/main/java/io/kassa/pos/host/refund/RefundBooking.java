package io.kassa.pos.host.refund;

import io.kassa.pos.host.attempt.Backoff;
import io.kassa.pos.host.attempt.LateCases;
import io.kassa.pos.host.attempt.UsedReceipt;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.AnswerTable;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.TenderTable;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Settlement;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores how a part of a refund ended, and begins the next part in the same transaction. */
final class RefundBooking {

    private static final int NEVER = 0;

    private final Desk desk;
    private final Backoff backoff = new Backoff();
    private final LateCases lateCases;
    private final UsedReceipt used;

    RefundBooking(Desk desk) {
        this.desk = desk;
        this.lateCases = new LateCases(desk);
        this.used = new UsedReceipt(desk);
    }

    /**
     * @param gaveUp the person who did, if it came of that
     * @return whether anything changed: its end may have been known before, or still not be known
     */
    boolean book(Attempt part, RefundOutcome outcome, Optional<String> gaveUp) {
        return desk.books().write(tx -> {
            AttemptTable attempts = new AttemptTable(tx);
            AttemptTable.Answered answered = attempts.answered(part.id()).orElseThrow();
            Attempt now = answered.attempt();
            boolean changes =
                    now.isOpen() || now.state() == Attempt.State.UNKNOWN && !(outcome instanceof RefundOutcome.Unknown);
            if (changes) {
                book(tx, who(answered, outcome, gaveUp), now, outcome);
            } else {
                otherwise(tx, now, outcome).ifPresent(why -> openCase(tx, now, why));
            }
            return changes;
        });
    }

    /** What a look-up found, the till books by itself. */
    private static String who(AttemptTable.Answered part, RefundOutcome outcome, Optional<String> gaveUp) {
        if (!part.attempt().isOpen()) {
            return CaseTable.TILL;
        }
        return outcome instanceof RefundOutcome.Refunded ? part.by() : gaveUp.orElse(part.by());
    }

    /** A person may have said how it ended while the provider was asked, and the provider says otherwise. */
    private static Optional<Refusal> otherwise(Transaction tx, Attempt ended, RefundOutcome outcome) {
        boolean saidNotMade = ended.state() == Attempt.State.DECLINED
                && ended.guidance()
                        .filter(why -> why.reason().equals(Refusal.REFUND_SETTLED.code()))
                        .isPresent();
        boolean saidMade = ended.state() == Attempt.State.REFUNDED
                && new CaseTable(tx).isClosedByAPerson(ended.id().value());
        if (saidNotMade && outcome instanceof RefundOutcome.Refunded) {
            return Optional.of(Refusal.REFUND_MADE_AFTER_ALL);
        }
        return saidMade && outcome instanceof RefundOutcome.Declined
                ? Optional.of(Refusal.REFUND_NOT_MADE)
                : Optional.empty();
    }

    private void openCase(Transaction tx, Attempt part, Refusal why) {
        Guidance guidance = desk.words().guidance(why, part.methodName());
        new CaseTable(tx).put(new CaseTable.Case(part.id().value(), part.sale(), part.id(), desk.now(), guidance));
    }

    /** What was cut off, and nobody here can go on with any more: its end is not known, as long as it was begun ago. */
    void leaveToAPerson(Attempt part) {
        desk.books().write(tx -> {
            new AttemptTable(tx).find(part.id()).filter(Attempt::isOpen).ifPresent(now -> {
                Guidance waiting = desk.words().guidance(Refusal.REFUND_WAITING, now.methodName());
                leaveOpen(tx, now, new RefundOutcome.Unknown(waiting), now.startedAt());
                line(tx, CaseTable.TILL, "refund.unknown", now, now.due() + " by " + now.method());
            });
            return null;
        });
    }

    /** @param who says so, for the audit log */
    void book(Transaction tx, String who, Attempt part, RefundOutcome outcome) {
        AttemptTable attempts = new AttemptTable(tx);
        if (outcome instanceof RefundOutcome.Unknown unknown) {
            leaveOpen(tx, part, unknown, desk.now());
            line(tx, who, "refund.unknown", part, part.due() + " by " + part.method());
            return;
        }
        Instant now = desk.now();
        if (outcome instanceof RefundOutcome.Refunded refunded) {
            attempts.end(part.id(), Attempt.State.REFUNDED, now, Optional.empty());
            attempts.receiptLines(part.id(), refunded.receiptLines());
            refunded.reference().ifPresent(reference -> learn(tx, who, part, reference));
        } else if (outcome instanceof RefundOutcome.Declined declined) {
            attempts.end(part.id(), Attempt.State.DECLINED, now, Optional.of(declined.guidance()));
        } else {
            attempts.end(part.id(), Attempt.State.CANCELLED, now, Optional.empty());
        }
        new AnswerTable(tx, desk.answers()).erase(part.id());
        new FollowUpTable(tx).delete(part.id());
        new CaseTable(tx).resolve(part.id().value(), CaseTable.TILL, "the end is known");
        desk.claims().closeIntent(tx, part.id());
        boolean back = outcome instanceof RefundOutcome.Refunded;
        unused(tx, part, back ? UnusedTable.State.REFUNDED : UnusedTable.State.OPEN);
        String amount = part.due() + " by " + part.method();
        line(tx, who, back ? "refund.done" : "refund.ended", part, back ? amount : amount + ": not made");
        beginNext(tx, part);
    }

    private void line(Transaction tx, String who, String what, Attempt part, String after) {
        AuditRecord line = AuditRecord.of(who, what, part.sale().value())
                .changed(Optional.of(part.state().name()), Optional.of(after))
                .by(part.id());
        desk.audit().append(tx, line);
    }

    /** A payment that was typed is known by its provider's id from now on, and so is never taken for another sale. */
    private void learn(Transaction tx, String who, Attempt part, PaymentReference reference) {
        AttemptId payment = part.payment().orElseThrow();
        Optional<Tender> typed = new SaleTable(tx)
                .find(part.sale())
                .flatMap(sale -> sale.tender(payment))
                .filter(tender ->
                        tender.reference().isEmpty() && tender.method().equals(part.method()));
        if (typed.isEmpty()) {
            return;
        }
        if (desk.claims().settle(tx, payment, part.sale(), Optional.of(reference)) instanceof Settlement.Taken taken) {
            Guidance why = used.words(tx, part.sale(), reference, taken.holder());
            new CaseTable(tx).put(new CaseTable.Case(payment.value(), part.sale(), payment, desk.now(), why));
        } else {
            new TenderTable(tx).confirm(payment, reference, typed.get().particulars());
            desk.audit().append(tx, confirmed(who, part.sale(), typed.get(), reference));
            new UnusedTable(tx).usedUp(reference, part.sale());
            lateCases.usedUp(tx, reference);
            noDoubtIsLeft(tx, payment);
        }
    }

    /** The question that waits and the case of a payment that its provider vouches for now. */
    static void noDoubtIsLeft(Transaction tx, AttemptId payment) {
        new FollowUpTable(tx).delete(payment);
        new CaseTable(tx).resolve(payment.value(), CaseTable.TILL, "the provider confirmed it");
    }

    /** What the audit log says of a payment whose provider vouches for it from now on. */
    static AuditRecord confirmed(String who, SaleId sale, Tender tender, PaymentReference reference) {
        return AuditRecord.of(who, "payment.confirmed", sale.value())
                .changed(Optional.of(tender.line()), Optional.of(Evidence.CONFIRMED + ", " + reference.id()))
                .by(tender.attempt());
    }

    /** @param since when it could have been asked about first */
    private void leaveOpen(Transaction tx, Attempt part, RefundOutcome.Unknown unknown, Instant since) {
        Instant now = desk.now();
        Guidance guidance = unknown.guidance();
        new AttemptTable(tx).end(part.id(), Attempt.State.UNKNOWN, now, Optional.of(guidance));
        new FollowUpTable(tx)
                .insert(part.id(), FollowUpTable.Task.REFUND, since, now.plus(backoff.after(NEVER, unknown.pause())));
        new CaseTable(tx).put(new CaseTable.Case(part.id().value(), part.sale(), part.id(), now, guidance));
        beginNext(tx, part);
    }

    private void unused(Transaction tx, Attempt part, UnusedTable.State state) {
        UnusedTable list = new UnusedTable(tx);
        part.payment()
                .flatMap(list::find)
                .filter(one -> one.state() == UnusedTable.State.REFUNDING)
                .ifPresent(one -> list.move(one.tender(), state));
    }

    /** One part at a time: when an earlier one is known at last, the one under way goes on alone. */
    private void beginNext(Transaction tx, Attempt part) {
        AttemptTable attempts = new AttemptTable(tx);
        List<Attempt> parts = part.refund().map(attempts::parts).orElse(List.of());
        if (parts.stream().noneMatch(Attempt::isOpen)) {
            parts.stream()
                    .filter(one -> one.state() == Attempt.State.WAITING)
                    .findFirst()
                    .ifPresent(next -> attempts.begin(next.id(), desk.now()));
        }
    }
}
