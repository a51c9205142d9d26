package io.kassa.pos.ledger;

import io.kassa.pos.spi.tck.LedgerBench;
import io.kassa.pos.spi.tck.PaymentLedgerContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kit's rules for ledgers, on a server. */
final class PostgresIsWellBehavedTest extends PaymentLedgerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected LedgerBench bench() {
        Store store = POSTGRES.newStore();
        return new BooksOnBench(store, () -> {
            restart(POSTGRES.desk());
            return store;
        });
    }

    private static void restart(PostgresDesk desk) {
        try {
            desk.crash();
            desk.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
