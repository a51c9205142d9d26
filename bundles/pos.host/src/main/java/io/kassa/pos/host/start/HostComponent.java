package io.kassa.pos.host.start;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.SpareBooks;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the till on the books and registers it last: a visible service works. */
@Component(
        service = {},
        immediate = true)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.common.Changes\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.selling.Selling\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.outcomes.Backlog\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.health.Health\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.receipts.Receipts\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.setup.Setup\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.people.People\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.people.Pairings\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.people.Logins\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.host.common.ShopInfo\"")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.kassa.pos.spi.settings.SecretSource\"")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.kassa.pos.spi.payment.PaymentMethod\"")
public final class HostComponent {

    private static final Logger LOG = LoggerFactory.getLogger(HostComponent.class);
    private static final long PAUSE_SECONDS = 3;

    private final BundleContext context;
    private final Supplier<Optional<Host>> opening;
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "till-opening"));
    private Optional<Host> host = Optional.empty();
    private boolean stopped;
    private String trouble = "";

    @Activate
    public HostComponent(
            BundleContext context,
            @Reference Books books,
            @Reference Claims claims,
            @Reference Audit audit,
            @Reference ConfigurationAdmin configurations,
            @Reference MetaTypeService metatypes,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) SpareBooks spares) {
        this.context = context;
        this.opening = () -> {
            HostSettings settings = HostSettings.read(context::getProperty);
            Store store = new Store(books);
            if (!store.isNew() && store.isDemo() != settings.demo()) {
                refuse(store, settings);
                return Optional.empty();
            }
            Host opened = new Host(context, settings, store, books, claims, audit);
            finish(opened, new AdminConfigurations(configurations), metatypes);
            Optional.ofNullable(spares).ifPresent(opened::rehearse);
            return Optional.of(opened);
        };
        open();
    }

    /** Until it is open: nobody starts the component again when what it needs comes back, such as room on the disk. */
    private synchronized void open() {
        if (stopped) {
            return;
        }
        try {
            host = opening.get();
        } catch (LedgerUnavailableException | CommitUnknownException | UncheckedIOException e) {
            if (!trouble.equals(e.getMessage())) {
                LOG.error(
                        "The till cannot be opened, and nothing can be sold. {}. Tried again until it can",
                        e.getMessage());
            }
            trouble = String.valueOf(e.getMessage());
            retries.schedule(this::open, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void finish(Host host, AdminConfigurations configurations, MetaTypeService metatypes) {
        try {
            host.open(configurations, metatypes);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    private void refuse(Store store, HostSettings settings) {
        LOG.error(
                store.isDemo()
                        ? "The till is not opened: the demo made this store, and its people's secrets are known to everybody."
                                + " Start a shop in a folder and a database of its own."
                        : "The till is not opened: this store belongs to a shop. Start the demo in a folder and a database of its own.");
        if (settings.alone()) {
            end(context);
        }
    }

    private static void end(BundleContext context) {
        try {
            context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
        } catch (BundleException e) {
            LOG.error("The framework cannot be stopped", e);
        }
    }

    @Deactivate
    void stop() {
        retries.shutdownNow();
        synchronized (this) {
            stopped = true;
            host.ifPresent(Host::close);
        }
    }
}
