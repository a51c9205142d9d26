package io.kassa.pos.ledger;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.tck.LedgerBench;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** These books on the kit's bench, with as much of a host as claims and intents need. */
final class BooksOnBench implements LedgerBench {

    private final Store store;
    private final Supplier<Store> crash;
    private final Ledger ledger;

    /**
     * @param crash takes the machine down, and returns what is found after it
     */
    BooksOnBench(Store store, Supplier<Store> crash) {
        this.store = store;
        this.crash = crash;
        this.ledger = store.open(Clock.systemUTC());
    }

    @Override
    public PaymentLedger ledger() {
        return ledger.claims();
    }

    @Override
    public boolean paid(AttemptId attempt, SaleId sale, PaymentReference reference) {
        return Shop.settle(ledger, attempt, sale, reference) instanceof Settlement.Settled;
    }

    @Override
    public void unpaid(AttemptId attempt) {
        ledger.claims().release(attempt);
    }

    @Override
    public void refundKnown(AttemptId attempt) {
        ledger.books().write(tx -> ledger.claims().closeIntent(tx, attempt));
    }

    @Override
    public Optional<LedgerBench> anotherHost() {
        return Optional.of(new BooksOnBench(store, crash));
    }

    @Override
    public Optional<LedgerBench> afterACrash() {
        return Optional.of(new BooksOnBench(crash.get(), crash));
    }

    @Override
    public boolean breakBooks() {
        ledger.close();
        return true;
    }

    @Override
    public void close() {
        ledger.close();
    }
}
