package io.kassa.pos.host.start;

import io.kassa.pos.host.config.PlugIns;
import io.kassa.pos.host.method.Methods;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.pos.spi.settings.SettingsCheck;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.util.tracker.ServiceTracker;

/** Feeds the till with what plug-ins register, as it comes and goes. */
final class Trackers implements AutoCloseable {

    private final List<ServiceTracker<?, AtomicReference<Runnable>>> trackers;

    Trackers(
            BundleContext context,
            Methods methods,
            PlugIns plugIns,
            MetaTypeService metatypes,
            Runnable plugInsChanged) {
        this.trackers = List.of(
                // filters first, so that a method is not seen closed for a moment
                new Watch<>(
                        context,
                        ProductLabelFilter.class,
                        (reference, filter) -> methods.add(id(reference), filter, rank(reference))),
                new Watch<>(
                        context,
                        SelfTest.class,
                        (reference, test) -> methods.add(id(reference), test, rank(reference))),
                new Watch<>(
                        context,
                        PaymentMethod.class,
                        (reference, method) -> methods.add(id(reference), method, rank(reference))),
                new Watch<>(
                        context,
                        SettingsCheck.class,
                        (reference, check) -> plugIn(reference, check, plugIns, metatypes, plugInsChanged)));
        trackers.forEach(ServiceTracker::open);
    }

    private static Runnable plugIn(
            ServiceReference<SettingsCheck> reference,
            SettingsCheck check,
            PlugIns plugIns,
            MetaTypeService metatypes,
            Runnable changed) {
        String factoryPid = property(reference, SettingsCheck.FACTORY_PID);
        Runnable leave = Outline.of(metatypes, reference.getBundle(), factoryPid, check)
                .map(plugIns::add)
                .orElseThrow(() -> new IllegalArgumentException("No metatype describes " + factoryPid));
        changed.run();
        return () -> {
            leave.run();
            changed.run();
        };
    }

    private static String id(ServiceReference<?> reference) {
        return property(reference, PaymentMethod.ID);
    }

    private static String property(ServiceReference<?> reference, String name) {
        return Optional.ofNullable((String) reference.getProperty(name))
                .orElseThrow(() -> new IllegalArgumentException("A service has no property " + name));
    }

    private static Rank rank(ServiceReference<?> reference) {
        Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
        Object version = reference.getProperty("service.version");
        return new Rank(
                ranking instanceof Integer number ? number : 0,
                version == null ? reference.getBundle().getVersion().toString() : version.toString());
    }

    @Override
    public void close() {
        trackers.forEach(ServiceTracker::close);
    }
}
