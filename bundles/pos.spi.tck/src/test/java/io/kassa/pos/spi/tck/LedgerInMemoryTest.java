package io.kassa.pos.spi.tck;

/** The kit's own ledger keeps every rule. */
final class LedgerInMemoryTest extends PaymentLedgerContract {

    @Override
    protected LedgerBench bench() {
        return new MemoryBench();
    }
}
