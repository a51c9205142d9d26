package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.tck.PaymentMethodContract;

/** The charging example keeps every rule. */
final class ChargingContractTest extends PaymentMethodContract {

    @Override
    protected PaymentBench bench() {
        return new ChargingBench(ChargingMethod::new);
    }
}
