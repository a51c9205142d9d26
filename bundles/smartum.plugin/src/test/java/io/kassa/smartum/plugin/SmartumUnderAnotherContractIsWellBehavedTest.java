package io.kassa.smartum.plugin;

import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.tck.PaymentMethodContract;
import io.kassa.smartum.sandbox.Options;
import io.kassa.smartum.sandbox.contract.Contract;

/** The same with a provider whose every name and path differs: plug-in and sandbox do not simply agree with each other. */
class SmartumUnderAnotherContractIsWellBehavedTest extends PaymentMethodContract {
    @Override
    protected PaymentBench bench() {
        return new SandboxBench(Options.inMemory().withContract(Contract.renamed()), "renamed.properties");
    }
}
