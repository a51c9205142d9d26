package io.kassa.pos.spi.tck;

/** The example keeps every rule. */
final class VoucherContractTest extends PaymentMethodContract {

    @Override
    protected PaymentBench bench() {
        return new VoucherBench();
    }
}
