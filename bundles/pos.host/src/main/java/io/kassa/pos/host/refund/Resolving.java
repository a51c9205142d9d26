package io.kassa.pos.host.refund;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.RefundOutcome;
import java.util.List;
import java.util.Optional;

/**
 * Cases that a person closes, by a word that is kept. A refund that the till gave up asking about, or that nobody here can be asked
 * about any more, holds up every further refund of its payment, so its case is closed by saying how it ended, and no other way.
 */
final class Resolving {

    private final Desk desk;
    private final RefundBooking booking;

    Resolving(Desk desk, RefundBooking booking) {
        this.desk = desk;
        this.booking = booking;
    }

    /** @return why it stays open */
    Optional<Refusal> resolve(Actor actor, String caseId, String reason) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.REASON_MISSING);
        }
        return desk.books().write(tx -> {
            Optional<CaseTable.Case> one = new CaseTable(tx).findOpen(caseId);
            if (one.isEmpty()) {
                return Optional.of(Refusal.CASE_UNKNOWN);
            }
            if (undecided(tx, one.get()).isPresent()) {
                return Optional.of(Refusal.CASE_UNDECIDED);
            }
            close(tx, actor, one.get(), "case.resolved", reason.strip());
            return Optional.empty();
        });
    }

    /** @return why it stays open */
    Optional<Refusal> settle(Actor actor, String caseId, boolean returned, String reason) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.REASON_MISSING);
        }
        Optional<Refusal> refused = desk.books().write(tx -> {
            Optional<CaseTable.Case> one = new CaseTable(tx).findOpen(caseId);
            if (one.isEmpty()) {
                return Optional.of(Refusal.CASE_UNKNOWN);
            }
            Optional<Attempt> part = undecided(tx, one.get());
            if (part.isEmpty()) {
                return Optional.of(Refusal.CASE_DECIDED);
            }
            close(tx, actor, one.get(), returned ? "case.returned" : "case.not-returned", reason.strip());
            booking.book(tx, actor.name(), part.get(), outcome(part.get(), returned));
            return Optional.empty();
        });
        if (refused.isEmpty()) {
            desk.books()
                    .read(tx -> new AttemptTable(tx).find(new AttemptId(caseId)))
                    .ifPresent(part -> desk.changes().receipt(part.sale()));
        }
        return refused;
    }

    private RefundOutcome outcome(Attempt part, boolean returned) {
        return returned
                ? new RefundOutcome.Refunded(part.due(), Optional.empty(), Evidence.ATTESTED, List.of())
                : new RefundOutcome.Declined(desk.words().guidance(Refusal.REFUND_SETTLED, part.methodName()));
    }

    private Optional<Attempt> undecided(Transaction tx, CaseTable.Case one) {
        return new AttemptTable(tx).find(one.attempt()).filter(attempt -> Worklists.isUndecided(tx, desk, attempt));
    }

    private void close(Transaction tx, Actor actor, CaseTable.Case one, String what, String reason) {
        new CaseTable(tx).resolve(one.id(), actor.name(), reason);
        desk.audit()
                .append(
                        tx,
                        AuditRecord.of(actor.name(), what, one.id())
                                .changed(Optional.of("open: " + one.guidance().reason()), Optional.of(reason))
                                .by(one.attempt()));
    }
}
