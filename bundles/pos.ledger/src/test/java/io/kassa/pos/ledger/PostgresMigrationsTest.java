package io.kassa.pos.ledger;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresMigrationsTest extends MigrationsContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    Store store() {
        return POSTGRES.newStore();
    }
}
