package io.kassa.pos.spi.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks settings before anything is stored. A plug-in registers one for each of its factory PIDs, named by the service
 * property {@link #FACTORY_PID}, as long as the bundle is active and whether or not any configuration works: a broken
 * configuration registers no payment method, and this service is how a person learns why.
 *
 * <p>No method throws for a bad candidate, stores anything, or moves money. Values come as Configuration Admin types
 * them ({@code String}, {@code Integer}, {@code String[]}, ...); a setting that is missing is checked as its default.
 */
@ConsumerType
public interface SettingsCheck {

    /** Service property: the factory PID whose configurations this service checks. */
    String FACTORY_PID = "settings.factory.pid";

    /**
     * Looks at the settings alone; opens no connection.
     *
     * @param candidate the settings as they would be stored, secrets as references; with the {@code service.pid} of the stored
     *     configuration that they replace, and without one when they are to be a new configuration
     * @return every problem there is, all at once; and a finding with its {@code label} for a product label that is named
     */
    List<Finding> check(Map<String, Object> candidate);

    /**
     * Which payment method these settings make; looks at them alone.
     *
     * @return the value of its service property {@code payment.method.id}, also while something else in the settings is wrong;
     *     empty when they make none
     */
    Optional<String> methodId(Map<String, Object> settings);

    /**
     * Tries the settings out against the provider, as {@link SelfTest} does for a running method.
     *
     * @return one finding a test, also for those that passed
     */
    List<Finding> probe(Map<String, Object> candidate);
}
