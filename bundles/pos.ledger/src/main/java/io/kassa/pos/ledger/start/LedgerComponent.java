package io.kassa.pos.ledger.start;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.SpareBooks;
import io.kassa.pos.ledger.StoreRefusedException;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.ledger.PaymentLedger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the books and registers them last: a visible service works. While the database cannot be reached, such as at a start
 * after a power cut, it tries again by itself.
 */
@Component(
        service = {},
        immediate = true)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.ledger.Books\"")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.kassa.pos.ledger.Claims,io.kassa.pos.spi.ledger.PaymentLedger\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.ledger.Audit\"")
public final class LedgerComponent {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerComponent.class);
    private static final long PAUSE_SECONDS = 3;

    private final BundleContext context;
    private final Function<LedgerSettings, Ledger> opening;
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "ledger-opening"));
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Optional<ServiceRegistration<?>> health;
    private volatile Optional<Ledger> ledger = Optional.empty();
    private boolean stopped;
    private String trouble = "";

    @Activate
    public LedgerComponent(BundleContext context) {
        this(context, settings -> settings.open(Clock.systemUTC()));
    }

    LedgerComponent(BundleContext context, Function<LedgerSettings, Ledger> opening) {
        this.context = context;
        this.opening = opening;
        health = LedgerHealth.register(context, () -> ledger);
        open();
    }

    private synchronized void open() {
        if (stopped) {
            return;
        }
        try {
            LedgerSettings settings = settings();
            Ledger opened = opening.apply(settings);
            ledger = Optional.of(opened);
            settings.spare(Clock.systemUTC()).ifPresent(spare -> register(List.of(SpareBooks.class), spare));
            register(List.of(Books.class), opened.books());
            register(List.of(Claims.class, PaymentLedger.class), opened.claims());
            register(List.of(Audit.class), opened.audit());
        } catch (StoreRefusedException e) {
            LOG.error("The books stay closed. {}", e.getMessage());
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            // A migration that is stored or not is seen by the next try, which does only what is missing.
            String now = e.getMessage() + (e.getCause() == null ? "" : " (" + reason(e) + ")");
            if (!now.equals(trouble)) {
                LOG.error("The books cannot be opened, and nothing can be sold. {}. Tried again until they can", now);
            }
            trouble = now;
            retries.schedule(this::openAgain, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Nobody else hears what a scheduled task throws. */
    private void openAgain() {
        try {
            open();
        } catch (RuntimeException e) {
            if (!retries.isShutdown()) {
                LOG.error("The books stay closed, and nothing can be sold until the till starts again", e);
            }
        }
    }

    /** What lies at the bottom: the driver's own sentence, without the pool's and the books' around it. */
    private static String reason(Throwable error) {
        return error.getCause() == null ? String.valueOf(error.getMessage()) : reason(error.getCause());
    }

    private LedgerSettings settings() {
        return LedgerSettings.read(
                name -> Optional.ofNullable(context.getProperty(name)),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    private void register(List<Class<?>> types, Object service) {
        String[] names = types.stream().map(Class::getName).toArray(String[]::new);
        registrations.add(context.registerService(names, service, new Hashtable<>()));
    }

    @Deactivate
    void stop() {
        health.ifPresent(ServiceRegistration::unregister);
        retries.shutdownNow();
        synchronized (this) {
            stopped = true;
            Collections.reverse(registrations);
            registrations.forEach(ServiceRegistration::unregister);
            ledger.ifPresent(Ledger::close);
        }
    }
}
