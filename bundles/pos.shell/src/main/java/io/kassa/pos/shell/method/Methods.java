package io.kassa.pos.shell.method;

import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.util.tracker.ServiceTracker;

/** The methods that are there. Plug-ins come and go at any time, so nobody keeps what is found here. */
public final class Methods implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(50);

    /** The highest ranking, then the highest version, then whichever was first. */
    private static final Comparator<ServiceReference<?>> BEST_FIRST = Comparator.<ServiceReference<?>>comparingInt(
                    Methods::ranking)
            .thenComparing(Methods::version)
            .reversed()
            .thenComparing(reference -> (Long) reference.getProperty(Constants.SERVICE_ID));

    private final ServiceTracker<PaymentMethod, PaymentMethod> methods;
    private final ServiceTracker<ProductLabelFilter, ProductLabelFilter> filters;

    private final Duration absence;
    private final long opened = System.nanoTime();

    /** When methods went, by the clock that never runs back. */
    private final Map<String, Long> gone = new ConcurrentHashMap<>();

    /** @param absence how long a method may be away while it is being replaced, or after a start */
    public Methods(BundleContext context, Duration absence) {
        this.absence = absence;
        methods = new ServiceTracker<>(context, PaymentMethod.class, null) {
            @Override
            public void removedService(ServiceReference<PaymentMethod> reference, PaymentMethod method) {
                gone.put(id(reference), System.nanoTime());
                super.removedService(reference, method);
            }
        };
        filters = new ServiceTracker<>(context, ProductLabelFilter.class, null);
        methods.open();
        filters.open();
    }

    /** One offer an id: of several versions the best. */
    public List<Offer> all() {
        Map<String, Offer> best = new LinkedHashMap<>();
        for (ServiceReference<PaymentMethod> reference : sorted(methods)) {
            PaymentMethod method = methods.getService(reference);
            if (method != null) {
                best.putIfAbsent(id(reference), new Offer(reference, method, method.info(), filter(reference)));
            }
        }
        return List.copyOf(best.values());
    }

    public Optional<Offer> find(String id) {
        return all().stream().filter(offer -> offer.info().id().equals(id)).findFirst();
    }

    /**
     * Whoever looks after a payment: the method that took it, which is waited for while it is being replaced. Where that stays away,
     * the best that speaks its scheme (rule R6).
     *
     * @param scheme of the payment; empty where only its own method will do
     */
    public Optional<Offer> keeper(String id, Optional<String> scheme) {
        return await(id)
                .or(() -> scheme.flatMap(spoken -> all().stream()
                        .filter(offer -> offer.info().speaks(spoken))
                        .findFirst()));
    }

    private Optional<Offer> await(String id) {
        Optional<Offer> found = find(id);
        try {
            while (found.isEmpty() && isExpected(id)) {
                Thread.sleep(GLANCE.toMillis());
                found = find(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    /** Nobody waits for a method that went a while ago, or has not come since the start. */
    private boolean isExpected(String id) {
        return System.nanoTime() - gone.getOrDefault(id, opened) < absence.toNanos();
    }

    @Override
    public void close() {
        methods.close();
        filters.close();
    }

    /** The filter of the same id; where versions stand side by side, the one that came with the method. */
    private Optional<ProductLabelFilter> filter(ServiceReference<PaymentMethod> method) {
        return sorted(filters).stream()
                .filter(reference -> id(reference).equals(id(method)))
                .min(Comparator.comparing(reference -> !reference.getBundle().equals(method.getBundle())))
                .map(filters::getService);
    }

    private static <S> List<ServiceReference<S>> sorted(ServiceTracker<S, S> tracker) {
        ServiceReference<S>[] references = tracker.getServiceReferences();
        List<ServiceReference<S>> all = new ArrayList<>(references == null ? List.of() : List.of(references));
        all.removeIf(reference -> reference.getBundle() == null);
        all.sort(BEST_FIRST);
        return all;
    }

    private static String id(ServiceReference<?> reference) {
        return String.valueOf(reference.getProperty(PaymentMethod.ID));
    }

    private static int ranking(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    static Version version(ServiceReference<?> reference) {
        Object version = reference.getProperty("service.version");
        try {
            return version == null ? Version.emptyVersion : Version.parseVersion(version.toString());
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }
}
