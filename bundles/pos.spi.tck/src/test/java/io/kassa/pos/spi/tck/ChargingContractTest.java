package io.kassa.pos.spi.tck;

/** The charging example keeps every rule. */
final class ChargingContractTest extends PaymentMethodContract {

    @Override
    protected PaymentBench bench() {
        return new ChargingBench(ChargingMethod::new);
    }
}
