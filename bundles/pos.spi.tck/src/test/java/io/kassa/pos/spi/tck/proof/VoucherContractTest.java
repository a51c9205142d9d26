package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.tck.PaymentMethodContract;

/** The example keeps every rule. */
final class VoucherContractTest extends PaymentMethodContract {

    @Override
    protected PaymentBench bench() {
        return new VoucherBench();
    }
}
