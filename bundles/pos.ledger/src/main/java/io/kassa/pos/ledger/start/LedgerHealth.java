package io.kassa.pos.ledger.start;

import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Whether the books are open and can be written, for whoever runs health checks by tag; there before they are opened. Felix's
 * interface is an optional import.
 */
final class LedgerHealth {

    /** Ended before it began, so that it makes no payment busy; nobody reads it, since it is gone in the same transaction. */
    private static final String WRITE = """
            INSERT INTO ledger_intent (attempt, scheme, id, sale, opened_at, closed_at)
            VALUES ('health', 'health', 'health', 'health', 0, 0)""";

    private static final String TAKE_BACK = "DELETE FROM ledger_intent WHERE attempt = 'health'";

    private LedgerHealth() {}

    /**
     * Empty where Felix's interface is not installed.
     *
     * @param ledger empty while the books are closed
     */
    static Optional<ServiceRegistration<?>> register(BundleContext context, Supplier<Optional<Ledger>> ledger) {
        try {
            HealthCheck check = () -> look(ledger.get());
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(HealthCheck.NAME, "ledger");
            properties.put(HealthCheck.TAGS, new String[] {"pos", "ledger", "live", "shallow"});
            return Optional.of(context.registerService(HealthCheck.class, check, properties));
        } catch (NoClassDefFoundError notInstalled) {
            return Optional.empty();
        }
    }

    static Result look(Optional<Ledger> ledger) {
        if (ledger.isEmpty()) {
            return new Result(
                    Result.Status.CRITICAL,
                    "The books are not open; nothing can be sold. The log says why, and whether it is tried again.");
        }
        try {
            // written and taken back at once: the disk is reached, and nothing is left
            ledger.get().books().write(transaction -> transaction.execute(WRITE) + transaction.execute(TAKE_BACK));
            return new Result(Result.Status.OK, "The books can be written.");
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            return new Result(
                    Result.Status.CRITICAL,
                    "The books cannot be written. Look at the disk, and when they are on a server, at the network and the server.");
        }
    }
}
