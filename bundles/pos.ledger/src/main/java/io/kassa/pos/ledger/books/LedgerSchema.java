package io.kassa.pos.ledger.books;

import io.kassa.pos.ledger.SchemaPart;

/** The ledger's own tables. The partial unique indexes are what rules L5 and L7 stand on. */
final class LedgerSchema {

    static final SchemaPart PART = SchemaPart.named("ledger")
            .with(
                    1,
                    """
                    CREATE TABLE ledger_claim (
                        scheme TEXT NOT NULL, id TEXT NOT NULL, attempt TEXT NOT NULL, sale TEXT NOT NULL,
                        since BIGINT NOT NULL, ended_at BIGINT)""",
                    "CREATE UNIQUE INDEX ledger_claim_standing ON ledger_claim (scheme, id) WHERE ended_at IS NULL",
                    "CREATE INDEX ledger_claim_sale ON ledger_claim (sale)",
                    """
                    CREATE TABLE ledger_intent (
                        attempt TEXT NOT NULL PRIMARY KEY, scheme TEXT NOT NULL, id TEXT NOT NULL, sale TEXT NOT NULL,
                        opened_at BIGINT NOT NULL, closed_at BIGINT)""",
                    "CREATE UNIQUE INDEX ledger_intent_open ON ledger_intent (scheme, id) WHERE closed_at IS NULL",
                    """
                    CREATE TABLE ledger_intent_fact (
                        attempt TEXT NOT NULL REFERENCES ledger_intent (attempt), name TEXT NOT NULL,
                        fact TEXT NOT NULL, PRIMARY KEY (attempt, name))""",
                    """
                    CREATE TABLE ledger_audit (
                        number BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
                        subject TEXT NOT NULL, value_before TEXT, value_after TEXT, attempt TEXT, hash TEXT NOT NULL)""",
                    "CREATE TABLE ledger_audit_head (number BIGINT NOT NULL, hash TEXT NOT NULL)",
                    "INSERT INTO ledger_audit_head (number, hash) VALUES (0, '" + AuditChain.START + "')")
            .with(2, "ALTER TABLE ledger_intent ADD COLUMN sent_at BIGINT")
            // Nobody looks for the claims of a sale, and each claim paid for it with a page of its commit.
            .with(3, "DROP INDEX ledger_claim_sale");

    private LedgerSchema() {}
}
