package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.Fingerprint;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.pos.spi.settings.SettingsCheck;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;

/** The plug-ins that the framework runs: every active bundle that has to do with the contract's payment package as a user of it. */
public final class Running {

    /** The packages of the contract; a bundle that exports them is the contract, not a plug-in. */
    static final String CONTRACT = "io.kassa.pos.spi.";

    private static final String TILL = "io.kassa.pos.";

    private final BundleContext context;

    public Running(BundleContext context) {
        this.context = context;
    }

    /** The version that serves: the highest that is active. */
    Optional<Bundle> of(String symbolicName) {
        return named(symbolicName)
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .max(Comparator.comparing(Bundle::getVersion));
    }

    Optional<Bundle> of(String symbolicName, Fingerprint fingerprint) {
        return named(symbolicName)
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .filter(bundle -> Switch.fingerprint(bundle).equals(Optional.of(fingerprint)))
                .findFirst();
    }

    /** Whether it runs or not: it stays installed, so that it is there when all else is gone. */
    Optional<Bundle> cameWithTheTill(String symbolicName) {
        return named(symbolicName)
                .filter(bundle -> Switch.fingerprint(bundle).isEmpty())
                .max(Comparator.comparing(Bundle::getVersion));
    }

    /** Everything of that name but one. */
    List<Bundle> besides(Bundle one) {
        return named(one.getSymbolicName())
                .filter(bundle -> !bundle.equals(one))
                .toList();
    }

    private Stream<Bundle> named(String symbolicName) {
        return Arrays.stream(context.getBundles()).filter(bundle -> symbolicName.equals(bundle.getSymbolicName()));
    }

    /** Every bundle that registered a settings check or a payment method and is no part of the till itself. */
    List<Bundle> all() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .filter(bundle -> !factoryPids(bundle).isEmpty())
                .toList();
    }

    static Set<String> methodIds(Bundle bundle) {
        return properties(bundle, PaymentMethod.class, PaymentMethod.ID);
    }

    static Set<String> factoryPids(Bundle bundle) {
        return properties(bundle, SettingsCheck.class, SettingsCheck.FACTORY_PID);
    }

    static List<ServiceReference<?>> selfTests(Bundle bundle) {
        return registered(bundle, SelfTest.class).toList();
    }

    static List<ServiceReference<?>> settingsChecks(Bundle bundle) {
        return registered(bundle, SettingsCheck.class).toList();
    }

    /** Whether a bundle is a payment plug-in by what it uses: of the till only the contract, and nothing of it is offered. */
    static boolean isPlugIn(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        boolean offers = revision.getDeclaredCapabilities(BundleRevision.PACKAGE_NAMESPACE).stream()
                .anyMatch(
                        capability -> String.valueOf(capability.getAttributes().get(BundleRevision.PACKAGE_NAMESPACE))
                                .startsWith(TILL));
        List<String> used = revision.getDeclaredRequirements(BundleRevision.PACKAGE_NAMESPACE).stream()
                .map(Imports::packageOf)
                .filter(name -> name.startsWith(TILL))
                .toList();
        return !offers && !used.isEmpty() && used.stream().allMatch(name -> name.startsWith(CONTRACT));
    }

    private static Set<String> properties(Bundle bundle, Class<?> type, String property) {
        return registered(bundle, type)
                .map(reference -> String.valueOf(reference.getProperty(property)))
                .collect(Collectors.toSet());
    }

    private static Stream<ServiceReference<?>> registered(Bundle bundle, Class<?> type) {
        ServiceReference<?>[] references =
                bundle.getState() == Bundle.UNINSTALLED ? null : bundle.getRegisteredServices();
        return Stream.of(references == null ? new ServiceReference<?>[0] : references)
                .filter(reference -> List.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .contains(type.getName()));
    }
}
