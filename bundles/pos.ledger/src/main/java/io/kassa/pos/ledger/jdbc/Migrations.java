package io.kassa.pos.ledger.jdbc;

import io.kassa.pos.ledger.SchemaPart;
import io.kassa.pos.ledger.StoreRefusedException;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.ledger.Work;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/** Brings one part of the schema up to date. To be run with no other writer beside it. */
public final class Migrations implements Work<Integer> {

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS ledger_schema (
                part TEXT NOT NULL, version BIGINT NOT NULL, hash TEXT NOT NULL, applied_at BIGINT NOT NULL,
                PRIMARY KEY (part, version))""";

    private final SchemaPart part;
    private final Clock clock;

    public Migrations(SchemaPart part, Clock clock) {
        this.part = part;
        this.clock = clock;
    }

    /** Returns the number of migrations that were applied. */
    @Override
    public Integer in(Transaction transaction) {
        transaction.execute(TABLE);
        List<String> applied = transaction.rows(
                "SELECT hash FROM ledger_schema WHERE part = ? ORDER BY version", row -> row.text("hash"), part.name());
        if (applied.size() > part.migrations().size()) {
            throw new StoreRefusedException("The books were written by a newer program (" + part.name() + " version "
                    + applied.size() + ", this program knows "
                    + part.migrations().size()
                    + "). Start the newer program, or restore the copy of the books made before it.");
        }
        for (int i = 0; i < applied.size(); i++) {
            if (!applied.get(i).equals(hash(part.migrations().get(i)))) {
                throw new StoreRefusedException("Migration " + (i + 1) + " of " + part.name()
                        + " is not the one these books were made with. Start the program that made them.");
            }
        }
        List<SchemaPart.Migration> missing =
                part.migrations().subList(applied.size(), part.migrations().size());
        missing.forEach(migration -> apply(migration, transaction));
        return missing.size();
    }

    private void apply(SchemaPart.Migration migration, Transaction transaction) {
        migration.statements().forEach(transaction::execute);
        transaction.execute(
                "INSERT INTO ledger_schema (part, version, hash, applied_at) VALUES (?, ?, ?, ?)",
                part.name(),
                migration.version(),
                hash(migration),
                clock.instant());
    }

    private static String hash(SchemaPart.Migration migration) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String statement : migration.statements()) {
                digest.update(statement.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
