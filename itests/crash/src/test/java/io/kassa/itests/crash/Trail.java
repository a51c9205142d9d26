package io.kassa.itests.crash;

import io.kassa.pos.ledger.Transaction;
import java.util.List;
import java.util.Optional;

/** Whether what moved money has its line in the audit log: both are stored together, or neither is. */
final class Trail {

    private static final String LINES = """
            SELECT 'payment ' || attempt AS lost FROM till_tender WHERE attempt NOT IN (SELECT attempt FROM ledger_audit
              WHERE attempt IS NOT NULL AND what IN ('payment.taken', 'payment.attested', 'unused.used'))
            UNION ALL
            SELECT 'removed payment ' || attempt FROM till_tender WHERE removed = 1 AND attempt NOT IN (SELECT attempt FROM ledger_audit
              WHERE attempt IS NOT NULL AND what = 'payment.removed')
            UNION ALL
            SELECT 'refund ' || id FROM till_attempt WHERE kind = 'REFUND' AND id NOT IN (SELECT attempt FROM ledger_audit
              WHERE attempt IS NOT NULL AND what = 'refund.begun')
            UNION ALL
            SELECT 'refunded ' || id FROM till_attempt WHERE state = 'REFUNDED' AND id NOT IN (SELECT attempt FROM ledger_audit
              WHERE attempt IS NOT NULL AND what = 'refund.done')
            UNION ALL
            SELECT 'sale ' || id FROM till_sale WHERE state <> 'OPEN' AND id NOT IN (SELECT subject FROM ledger_audit
              WHERE what IN ('sale.completed', 'sale.cancelled'))""";

    private Trail() {}

    /** The first thing that has no line. */
    static Optional<String> gap(Transaction tx) {
        List<String> lost = tx.rows(LINES, row -> row.text("lost"));
        return lost.stream().findFirst().map(first -> "no line of " + first);
    }
}
