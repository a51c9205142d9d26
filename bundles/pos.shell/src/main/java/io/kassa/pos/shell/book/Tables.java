package io.kassa.pos.shell.book;

import io.kassa.pos.ledger.SchemaPart;

/** The shell's tables, in the database that has the claims: an outcome and its claim are one commit. */
final class Tables {

    static final SchemaPart PART = SchemaPart.named("shell")
            .with(
                    1,
                    "CREATE TABLE shell_sale (number BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)",
                    """
                    CREATE TABLE shell_attempt (
                        id TEXT NOT NULL PRIMARY KEY, sale TEXT NOT NULL, method TEXT NOT NULL, currency TEXT NOT NULL,
                        amount BIGINT NOT NULL, eligible BIGINT NOT NULL, undoes TEXT, scheme TEXT, started_at BIGINT NOT NULL,
                        state TEXT NOT NULL, tries BIGINT NOT NULL, ask_at BIGINT)""",
                    """
                    CREATE TABLE shell_answer (
                        attempt TEXT NOT NULL, number BIGINT NOT NULL, kind TEXT NOT NULL, step TEXT NOT NULL,
                        at BIGINT NOT NULL, sealed BYTEA NOT NULL, PRIMARY KEY (attempt, number))""",
                    """
                    CREATE TABLE shell_payment (
                        attempt TEXT NOT NULL PRIMARY KEY, sale TEXT NOT NULL, currency TEXT NOT NULL,
                        tendered BIGINT NOT NULL, applied BIGINT NOT NULL, refunded BIGINT NOT NULL,
                        scheme TEXT, reference TEXT, evidence TEXT NOT NULL, paid_at BIGINT NOT NULL)""",
                    """
                    CREATE TABLE shell_particular (
                        attempt TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (attempt, name))""");

    private Tables() {}
}
