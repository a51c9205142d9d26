package io.kassa.itests.frameworks.kit;

import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.tck.PaymentMethodContract;
import org.junit.jupiter.api.TestInstance;
import org.osgi.framework.FrameworkUtil;

/** Every rule for plug-ins, with the plug-in's own component, its configurations and the sandbox in this framework. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SmartumIsWellBehaved extends PaymentMethodContract {

    private final Pairs pairs =
            new Pairs(FrameworkUtil.getBundle(SmartumIsWellBehaved.class).getBundleContext());

    @Override
    protected PaymentBench bench() {
        return new FrameworkBench(pairs);
    }
}
