package io.kassa.pos.host.refund;

import io.kassa.pos.host.attempt.Backoff;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.RefundTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.Vouched;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.view.UnusedViews;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Guidance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Draws what a person has to look at. */
final class Worklists {

    private Worklists() {}

    static Worklist all(Transaction tx, Desk desk) {
        List<Worklist.Unverified> unverified = new AttemptTable(tx)
                .vouchedFor().stream()
                        .map(attempt -> unverified(tx, attempt))
                        .flatMap(Optional::stream)
                        .toList();
        List<Worklist.Case> cases = new CaseTable(tx)
                .open().stream()
                        .map(one -> new Worklist.Case(
                                one.id(),
                                one.sale(),
                                one.attempt(),
                                one.since(),
                                guidance(tx, desk, one),
                                new FollowUpTable(tx).find(one.attempt()).map(waits -> nextAt(waits, desk)),
                                new AttemptTable(tx)
                                        .find(one.attempt())
                                        .filter(attempt -> isUndecided(tx, desk, attempt))
                                        .isPresent()))
                        .toList();
        List<Worklist.Unfinished> unfinished = new RefundTable(tx)
                .unfinished().stream()
                        .map(refund -> unfinished(tx, refund))
                        .flatMap(Optional::stream)
                        .toList();
        return new Worklist(UnusedViews.all(tx), unfinished, unverified, cases);
    }

    private static Optional<Worklist.Unfinished> unfinished(Transaction tx, RefundTable.Refund refund) {
        List<Attempt> left = new AttemptTable(tx).unfinished(refund);
        return left.stream()
                .findFirst()
                .map(first -> new Worklist.Unfinished(
                        refund.id(),
                        refund.sale(),
                        first.register(),
                        refund.cashier(),
                        refund.startedAt(),
                        left.stream()
                                .map(Attempt::due)
                                .reduce(Money.zero(refund.amount().currency()), Money::plus),
                        left.stream().map(Attempt::methodName).distinct().toList()));
    }

    /** While nobody is there who could be asked, that is what a person has to know. */
    private static Guidance guidance(Transaction tx, Desk desk, CaseTable.Case one) {
        return new FollowUpTable(tx)
                .find(one.attempt())
                .flatMap(followUp -> new AttemptTable(tx).find(one.attempt()))
                .filter(attempt -> desk.methods().isGone(attempt.origin()))
                .map(attempt -> desk.words().guidance(waiting(attempt), attempt.methodName()))
                .orElse(one.guidance());
    }

    /** One that nobody here could be asked about when its time came is asked about as soon as somebody can. */
    private static Instant nextAt(FollowUpTable.FollowUp waits, Desk desk) {
        Instant now = desk.now();
        return waits.nextAt().isBefore(now) ? now : waits.nextAt();
    }

    /** A refund that nobody asks about any more, or nobody here can be asked about and has waited long enough. */
    static boolean isUndecided(Transaction tx, Desk desk, Attempt attempt) {
        return attempt.kind() == Attempt.Kind.REFUND
                && attempt.state() == Attempt.State.UNKNOWN
                && new FollowUpTable(tx)
                        .find(attempt.id())
                        .map(one -> new Backoff().isOver(one, desk.now())
                                && desk.methods().isGone(one.origin()))
                        .orElse(true);
    }

    static Refusal waiting(Attempt attempt) {
        if (attempt.kind() == Attempt.Kind.REFUND) {
            return Refusal.REFUND_WAITING;
        }
        return attempt.state() == Attempt.State.PAID ? Refusal.VERIFY_METHOD_AWAY : Refusal.PAYMENT_WAITING;
    }

    private static Optional<Worklist.Unverified> unverified(Transaction tx, Attempt attempt) {
        Optional<Tender> tender =
                new SaleTable(tx).find(attempt.sale()).flatMap((Sale sale) -> sale.tender(attempt.id()));
        return tender.map(paid -> new Worklist.Unverified(
                attempt.id(),
                attempt.sale(),
                attempt.register(),
                attempt.vouched().map(Vouched::by).orElse(attempt.cashier()),
                attempt.method(),
                attempt.methodName(),
                paid.tendered(),
                paid.paidAt(),
                attempt.vouched().map(Vouched::reason).orElse("")));
    }
}
