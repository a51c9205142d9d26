package io.kassa.pos.ledger;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresBooksTest extends BooksContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    Store store() {
        return POSTGRES.newStore();
    }
}
