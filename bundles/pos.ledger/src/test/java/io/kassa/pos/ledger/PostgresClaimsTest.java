package io.kassa.pos.ledger;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresClaimsTest extends ClaimsContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    Store store() {
        return POSTGRES.newStore();
    }
}
