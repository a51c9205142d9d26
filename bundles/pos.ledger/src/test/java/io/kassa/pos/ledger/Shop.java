package io.kassa.pos.ledger;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Optional;

/** Names for the tests. */
final class Shop {

    static final SaleId SALE = new SaleId("R1-000001");
    static final SaleId NEXT_SALE = new SaleId("R1-000002");
    static final AttemptId FIRST = new AttemptId("a-1");
    static final AttemptId SECOND = new AttemptId("a-2");
    static final PaymentReference RECEIPT = receipt("tx_R60D21hL60bj5N1v");

    /** A table of the host's, for tests that write beside the claims. */
    static final SchemaPart NOTES = SchemaPart.named("notes")
            .with(1, "CREATE TABLE notes_note (name TEXT NOT NULL PRIMARY KEY, number BIGINT)");

    private Shop() {}

    static PaymentReference receipt(String id) {
        return new PaymentReference("smartum:https://api.smartum.fi", id);
    }

    static Settlement settle(Ledger ledger, AttemptId attempt, SaleId sale, PaymentReference reference) {
        Settlement settlement = ledger.books()
                .write(transaction -> ledger.claims().settle(transaction, attempt, sale, Optional.of(reference)));
        ledger.claims().release(attempt);
        return settlement;
    }

    static void note(Transaction transaction, String name, long number) {
        transaction.execute("INSERT INTO notes_note (name, number) VALUES (?, ?)", name, number);
    }

    static long notes(Books books) {
        return books.read(transaction -> transaction
                .row("SELECT COUNT(*) AS notes FROM notes_note", row -> row.number("notes"))
                .orElseThrow());
    }
}
