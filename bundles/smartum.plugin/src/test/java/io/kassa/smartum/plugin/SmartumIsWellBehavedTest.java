package io.kassa.smartum.plugin;

import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.tck.PaymentMethodContract;

/** Every rule of the contract, with the sandbox as the provider. */
class SmartumIsWellBehavedTest extends PaymentMethodContract {
    @Override
    protected PaymentBench bench() {
        return new SandboxBench();
    }
}
