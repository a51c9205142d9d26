package io.kassa.pos.spi.settings;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tests a running payment method. Published with the same service property {@code payment.method.id} as its method. Moves no
 * money, never throws, and ends within the method's patience.
 */
@ConsumerType
public interface SelfTest {

    /** One finding a test, also for those that passed. */
    List<Finding> run();
}
