package io.kassa.pos.host.store;

import io.kassa.pos.ledger.SchemaPart;

/** The till's tables. Amounts are minor units of the sale's currency; documents are JSON texts. */
public final class Schema {

    private Schema() {}

    public static SchemaPart part() {
        return SchemaPart.named("till")
                .with(1, SHOP)
                .with(2, SALES)
                .with(3, REFUNDS)
                .with(4, PEOPLE)
                .with(5, PAIRINGS)
                .with(6, SCHEMES)
                .with(7, LOGINS)
                .with(8, SHOWN)
                .with(9, GIVING_BACK)
                .with(10, GTINS)
                .with(11, ROUNDING)
                .with(12, DEPOSITS)
                .with(13, IN_ORDER)
                .with(14, ANSWERED_BY);
    }

    private static final String[] SHOP = {
        "CREATE TABLE till_mark (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        "CREATE TABLE till_group (id TEXT PRIMARY KEY, name TEXT NOT NULL, place BIGINT NOT NULL)",
        """
        CREATE TABLE till_product (id TEXT PRIMARY KEY, name TEXT NOT NULL, group_id TEXT NOT NULL, price BIGINT NOT NULL,
          currency TEXT NOT NULL, labels TEXT NOT NULL, on_sale BIGINT NOT NULL, place BIGINT NOT NULL)""",
        """
        CREATE TABLE till_register (id TEXT PRIMARY KEY, name TEXT NOT NULL, methods TEXT NOT NULL, last_sale BIGINT NOT NULL,
          place BIGINT NOT NULL)""",
        """
        CREATE TABLE till_method (id TEXT PRIMARY KEY, name TEXT NOT NULL, enabled BIGINT NOT NULL, account TEXT NOT NULL,
          surplus_account TEXT NOT NULL, register_check BIGINT NOT NULL, quick BIGINT NOT NULL)""",
        "CREATE TABLE till_secret (name TEXT PRIMARY KEY, sealed TEXT NOT NULL)"
    };

    private static final String[] SALES = {
        """
        CREATE TABLE till_sale (id TEXT PRIMARY KEY, register TEXT NOT NULL, cashier TEXT NOT NULL, state TEXT NOT NULL,
          currency TEXT NOT NULL, opened_at BIGINT NOT NULL, closed_at BIGINT, discount BIGINT NOT NULL,
          revision BIGINT NOT NULL)""",
        "CREATE UNIQUE INDEX till_sale_open ON till_sale (register) WHERE state = 'OPEN'",
        "CREATE INDEX till_sale_closed ON till_sale (closed_at)",
        """
        CREATE TABLE till_line (sale TEXT NOT NULL, number BIGINT NOT NULL, product TEXT NOT NULL, name TEXT NOT NULL,
          labels TEXT NOT NULL, quantity BIGINT NOT NULL, unit_price BIGINT NOT NULL, discount BIGINT NOT NULL,
          PRIMARY KEY (sale, number))""",
        """
        CREATE TABLE till_attempt (id TEXT PRIMARY KEY, kind TEXT NOT NULL, sale TEXT NOT NULL, register TEXT NOT NULL,
          cashier TEXT NOT NULL, method TEXT NOT NULL, method_name TEXT NOT NULL, state TEXT NOT NULL, due BIGINT NOT NULL,
          eligible BIGINT NOT NULL, currency TEXT NOT NULL, payable TEXT, started_at BIGINT NOT NULL, ended_at BIGINT,
          guidance TEXT, shown BIGINT NOT NULL, reason TEXT, receipt_lines TEXT, refund TEXT, payment TEXT,
          place BIGINT NOT NULL)""",
        """
        CREATE UNIQUE INDEX till_attempt_paying ON till_attempt (register) WHERE kind = 'PAYMENT' AND state = 'OPEN'""",
        """
        CREATE UNIQUE INDEX till_attempt_refunding ON till_attempt (payment)
          WHERE kind = 'REFUND' AND state IN ('WAITING', 'OPEN', 'UNKNOWN')""",
        "CREATE INDEX till_attempt_sale ON till_attempt (sale)",
        """
        CREATE TABLE till_answer (attempt TEXT NOT NULL, number BIGINT NOT NULL, kind TEXT NOT NULL, step TEXT NOT NULL,
          given_at BIGINT NOT NULL, sealed TEXT NOT NULL, PRIMARY KEY (attempt, number))""",
        """
        CREATE TABLE till_tender (attempt TEXT PRIMARY KEY, sale TEXT NOT NULL, method TEXT NOT NULL, method_name TEXT NOT NULL,
          tendered BIGINT NOT NULL, applied BIGINT NOT NULL, change BIGINT NOT NULL, gives_change BIGINT NOT NULL,
          evidence TEXT NOT NULL, scheme TEXT, reference TEXT, particulars TEXT NOT NULL, receipt_lines TEXT NOT NULL,
          paid_at BIGINT NOT NULL, payable TEXT, removed BIGINT NOT NULL,
          place BIGINT NOT NULL)""",
        "CREATE INDEX till_tender_sale ON till_tender (sale)",
        "CREATE INDEX till_tender_reference ON till_tender (reference)",
        """
        CREATE TABLE till_share (attempt TEXT NOT NULL, line BIGINT NOT NULL, amount BIGINT NOT NULL,
          PRIMARY KEY (attempt, line))"""
    };

    private static final String[] REFUNDS = {"""
        CREATE TABLE till_refund (id TEXT PRIMARY KEY, sale TEXT NOT NULL, cashier TEXT NOT NULL, started_at BIGINT NOT NULL,
          amount BIGINT NOT NULL, currency TEXT NOT NULL)""", "CREATE INDEX till_refund_sale ON till_refund (sale)", """
        CREATE TABLE till_unused (attempt TEXT PRIMARY KEY, sale TEXT NOT NULL, register TEXT NOT NULL, state TEXT NOT NULL,
          scheme TEXT, reference TEXT, since BIGINT NOT NULL, used_by TEXT)""", """
        CREATE TABLE till_follow_up (attempt TEXT PRIMARY KEY, task TEXT NOT NULL, first_at BIGINT NOT NULL,
          next_at BIGINT NOT NULL, tries BIGINT NOT NULL, lease TEXT, lease_until BIGINT)""", """
        CREATE TABLE till_case (id TEXT PRIMARY KEY, sale TEXT NOT NULL, attempt TEXT NOT NULL, since BIGINT NOT NULL,
          guidance TEXT NOT NULL, resolved_by TEXT, resolution TEXT)"""};

    private static final String[] PEOPLE = {"""
        CREATE TABLE till_person (name TEXT PRIMARY KEY, role TEXT NOT NULL, may_attest BIGINT NOT NULL, active BIGINT NOT NULL,
          secret TEXT NOT NULL, failures BIGINT NOT NULL, locked_until BIGINT)"""};

    private static final String[] PAIRINGS = {
        "CREATE TABLE till_pairing (browser TEXT NOT NULL, register TEXT NOT NULL, PRIMARY KEY (browser, register))"
    };

    /** Who may look after an attempt when its method is gone; a payment's scheme stands there also without a reference. */
    private static final String[] SCHEMES = {"ALTER TABLE till_attempt ADD COLUMN scheme TEXT", """
        UPDATE till_attempt SET scheme = (SELECT t.scheme FROM till_tender t
          WHERE t.attempt = COALESCE(till_attempt.payment, till_attempt.id) AND t.method = till_attempt.method)"""};

    private static final String[] LOGINS = {"""
        CREATE TABLE till_login (token TEXT PRIMARY KEY, person TEXT NOT NULL, role TEXT NOT NULL, may_attest BIGINT NOT NULL,
          register TEXT, secret TEXT NOT NULL, begun_at BIGINT NOT NULL, seen_at BIGINT NOT NULL,
          until_at BIGINT NOT NULL)"""};

    /** What a register shows is found without looking through all it ever did; nothing looks for a whole reference. */
    private static final String[] SHOWN = {
        "CREATE INDEX till_attempt_shown ON till_attempt (register) WHERE shown = 1", "DROP INDEX till_tender_reference"
    };

    /** Asked at each change of methods, also in the middle of a hot update: refunds under way, not all there ever were. */
    private static final String[] GIVING_BACK = {
        "CREATE INDEX till_attempt_giving_back ON till_attempt (sale) WHERE kind = 'REFUND' AND state = 'OPEN'"
    };

    private static final String[] GTINS = {
        "ALTER TABLE till_product ADD COLUMN gtin TEXT", "CREATE UNIQUE INDEX till_product_gtin ON till_product (gtin)"
    };

    /** What cash rounding does, and the accounts as they were when an attempt began. */
    private static final String[] ROUNDING = {
        "ALTER TABLE till_method ADD COLUMN rounding BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE till_attempt ADD COLUMN rounding BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE till_attempt ADD COLUMN account TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE till_attempt ADD COLUMN surplus_account TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE till_tender ADD COLUMN rounding BIGINT NOT NULL DEFAULT 0"
    };

    private static final String[] DEPOSITS = {
        "ALTER TABLE till_product ADD COLUMN deposit BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE till_line ADD COLUMN deposit BIGINT NOT NULL DEFAULT 0"
    };

    /** What each scan asks comes from an index in its order: nothing is sorted, and no cancelled sale of the past is looked through. */
    private static final String[] IN_ORDER = {
        "CREATE INDEX till_tender_place ON till_tender (sale, place)",
        "DROP INDEX till_tender_sale",
        "CREATE INDEX till_unused_receipt ON till_unused (scheme, reference, since)"
    };

    /** Who answered, and who vouched: whoever books it later may be somebody else, or the till after a restart. */
    private static final String[] ANSWERED_BY = {
        "ALTER TABLE till_answer ADD COLUMN person TEXT",
        "ALTER TABLE till_attempt ADD COLUMN vouched_by TEXT",
        "UPDATE till_attempt SET vouched_by = cashier WHERE reason IS NOT NULL"
    };
}
