package io.kassa.itests.frameworks.kit;

import io.kassa.itests.frameworks.Eventually;
import io.kassa.itests.frameworks.Shop;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.PaymentMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Two configurations of the plug-in with the same books. They take turns: whoever asks again is given another one than the time
 * before. Made once, because making one costs what the start of a shop costs.
 */
final class Pair {

    private static final String BOOKS = "kit.books";

    private final BundleContext context;
    private final String name;
    private final SwitchedBooks books;
    private boolean second;

    /** @param settings all but the methods' ids */
    Pair(BundleContext context, String name, Map<String, Object> settings, PaymentLedger ledger) {
        this.context = context;
        this.name = name;
        this.books = new SwitchedBooks(ledger);
        // last of all: nobody finds these books who does not ask for them by name
        var properties =
                new Hashtable<String, Object>(Map.of(BOOKS, name, Constants.SERVICE_RANKING, Integer.MIN_VALUE));
        context.registerService(PaymentLedger.class, books, properties);
        configure(name + "-1", settings);
        configure(name + "-2", settings);
    }

    private void configure(String id, Map<String, Object> settings) {
        Hashtable<String, Object> configured = new Hashtable<>(settings);
        configured.put("methodId", id);
        configured.put("ledger.target", "(" + BOOKS + "=" + name + ")");
        try {
            Shop.service(context, ConfigurationAdmin.class)
                    .getFactoryConfiguration(Shop.PLUG_IN, id, "?")
                    .update(configured);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Pair with(PaymentLedger ledger) {
        books.to(ledger);
        return this;
    }

    PaymentMethod next() {
        second = !second;
        return newest(PaymentMethod.class);
    }

    /** A service of the one that was given last. */
    <S> S newest(Class<S> type) {
        String id = name + (second ? "-2" : "-1");
        return Eventually.get(id, () -> find(id, type).map(context::getService));
    }

    private <S> Optional<ServiceReference<S>> find(String id, Class<S> type) {
        try {
            return context.getServiceReferences(type, "(" + PaymentMethod.ID + "=" + id + ")").stream()
                    .findFirst();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(id, e);
        }
    }
}
