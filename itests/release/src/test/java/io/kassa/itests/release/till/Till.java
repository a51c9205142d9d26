package io.kassa.itests.release.till;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.settings.SecretSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The least that a point of sale is: books, secrets, and an eye on the methods that come. It says on its console what it sees. */
public final class Till implements BundleActivator {

    /** The beginning of the line that names a method which came. */
    public static final String OFFERS = "The till offers: ";

    /** The beginning of the line after it, which names the bundles that are not active. */
    public static final String IDLE = "Not active: ";

    private static final List<Integer> ON_THEIR_WAY = List.of(Bundle.STARTING, Bundle.ACTIVE);

    @Override
    public void start(BundleContext context) {
        context.registerService(PaymentLedger.class, new Books(), null);
        context.registerService(SecretSource.class, new Drawer(), null);
        new ServiceTracker<PaymentMethod, PaymentMethod>(context, PaymentMethod.class, null) {
            @Override
            public PaymentMethod addingService(ServiceReference<PaymentMethod> reference) {
                PaymentMethod method = super.addingService(reference);
                System.out.println(OFFERS + method.info().id());
                System.out.println(IDLE + idle(context));
                return method;
            }
        }.open();
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes back what was registered
    }

    private static String idle(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> !ON_THEIR_WAY.contains(bundle.getState()))
                .map(Bundle::getSymbolicName)
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
