package io.kassa.itests.frameworks.kit;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;

import io.kassa.pos.spi.tck.PaymentMethodContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;
import org.ops4j.pax.exam.Option;

/** The kit and the JUnit that runs it: proper bundles, all of them. */
final class KitBundles {

    private KitBundles() {}

    static Option all() {
        return composite(Stream.of(
                        PaymentMethodContract.class,
                        Test.class,
                        JupiterTestEngine.class,
                        JUnitException.class,
                        TestEngine.class,
                        Launcher.class,
                        AssertionFailedError.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(jar -> bundle(jar.toString()))
                .toArray(Option[]::new));
    }
}
