package io.kassa.pos.shell.start;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.shell.book.Seal;
import io.kassa.pos.shell.method.Methods;
import io.kassa.pos.spi.settings.SecretSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The whole host. Framework properties: {@code kassa.data}, the till's folder, where the key for stored answers and secrets are kept; and
 * {@code kassa.shell.secrets}, {@code true} where no other host serves secrets to plug-ins.
 */
@Component(
        service = {},
        immediate = true)
public final class ShellComponent {

    private static final Duration ABSENCE = Duration.ofSeconds(10);

    private final Counter counter;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "shell-rounds"));
    private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();

    @Activate
    public ShellComponent(
            BundleContext context, @Reference Books books, @Reference Claims claims, @Reference Audit audit) {
        Path data = Path.of(property(context, "kassa.data").orElse("data"));
        Seal seal = Seal.at(data.resolve("keys").resolve("shell.key"));
        counter = new Counter(books, claims, audit, seal, new Methods(context, ABSENCE), Clock.systemUTC());
        rounds.scheduleWithFixedDelay(counter.rounds()::run, 1, 1, TimeUnit.SECONDS);
        if (property(context, "kassa.shell.secrets").map(Boolean::parseBoolean).orElse(false)) {
            registrations.push(context.registerService(
                    SecretSource.class, new ShellSecrets(data.resolve("secrets"), System::getenv), new Hashtable<>()));
        }
        Dictionary<String, Object> commands = new Hashtable<>();
        commands.put("osgi.command.scope", "pos");
        commands.put("osgi.command.function", PosCommands.NAMES.toArray(String[]::new));
        registrations.push(context.registerService(PosCommands.class, new PosCommands(counter), commands));
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        rounds.shutdownNow();
        counter.close();
    }

    private static Optional<String> property(BundleContext context, String name) {
        return Optional.ofNullable(context.getProperty(name));
    }
}
