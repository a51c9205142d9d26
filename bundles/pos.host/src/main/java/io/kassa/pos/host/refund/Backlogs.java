package io.kassa.pos.host.refund;

import io.kassa.pos.host.outcomes.Backlog;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.FollowUpTable.Task;
import io.kassa.pos.host.store.RefundTable;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.ledger.Transaction;
import java.util.List;

/** Counts what waits. */
public final class Backlogs {

    private Backlogs() {}

    public static Backlog.Counts of(Transaction tx) {
        FollowUpTable followUps = new FollowUpTable(tx);
        List<RefundTable.Refund> unfinished = new RefundTable(tx).unfinished();
        return new Backlog.Counts(
                followUps.count(Task.PAYMENT),
                followUps.count(Task.REFUND),
                followUps.count(Task.VERIFY),
                followUps.oldest(),
                new CaseTable(tx).openCount(),
                new UnusedTable(tx).openCount(),
                unfinished.size(),
                unfinished.stream().findFirst().map(RefundTable.Refund::startedAt));
    }
}
