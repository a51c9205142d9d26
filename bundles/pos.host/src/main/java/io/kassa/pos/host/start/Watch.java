package io.kassa.pos.host.start;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the services of one type. A service that cannot be taken in is logged, and the others go on. */
final class Watch<S> extends ServiceTracker<S, AtomicReference<Runnable>> {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final BiFunction<ServiceReference<S>, S, Runnable> arrival;

    /** @param arrival what is done with a service; running its answer undoes it */
    Watch(BundleContext context, Class<S> type, BiFunction<ServiceReference<S>, S, Runnable> arrival) {
        super(context, type, null);
        this.arrival = arrival;
    }

    @Override
    public AtomicReference<Runnable> addingService(ServiceReference<S> reference) {
        S service = context.getService(reference);
        if (service == null) {
            return null;
        }
        try {
            return new AtomicReference<>(arrival.apply(reference, service));
        } catch (RuntimeException e) {
            LOG.error("A service of {} is not used", reference.getBundle(), e);
            context.ungetService(reference);
            return null;
        }
    }

    /** Its ranking or id may be another now. */
    @Override
    public void modifiedService(ServiceReference<S> reference, AtomicReference<Runnable> leave) {
        leave.getAndSet(() -> {}).run();
        S service = context.getService(reference);
        if (service != null) {
            leave.set(arrival.apply(reference, service));
            context.ungetService(reference);
        }
    }

    @Override
    public void removedService(ServiceReference<S> reference, AtomicReference<Runnable> leave) {
        leave.get().run();
        context.ungetService(reference);
    }
}
