package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.tck.LedgerBench;
import io.kassa.pos.spi.tck.PaymentLedgerContract;

/** The kit's own ledger keeps every rule. */
final class LedgerInMemoryTest extends PaymentLedgerContract {

    @Override
    protected LedgerBench bench() {
        return new MemoryBench();
    }
}
