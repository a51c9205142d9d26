package io.kassa.pos.deploy.start;

import io.kassa.pos.deploy.DeploymentListener;
import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.artefact.Inspector;
import io.kassa.pos.deploy.inbox.Inbox;
import io.kassa.pos.deploy.running.DeploymentDesk;
import io.kassa.pos.deploy.running.Desks;
import io.kassa.pos.deploy.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs hot deployment. Framework properties: {@code kassa.data}, the till's folder, below which {@code deploy/inbox} is watched; and
 * {@code kassa.deploy.trust}, a PEM file with the certificates of those whose plug-ins this shop takes (default
 * {@code trusted-signers.pem} in the till's folder).
 */
@Component(
        service = {},
        immediate = true)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.deploy.Deployments\"")
public final class DeployComponent {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ExecutorService calls = Executors.newCachedThreadPool(task -> daemon(task, "deploy-self-test"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "deploy-inbox"));
    private final BundleListener starts = this::started;
    private final BundleContext context;
    private final DeploymentDesk desk;
    private final ServiceRegistration<Deployments> registration;

    @Activate
    public DeployComponent(BundleContext context, @Reference ConfigurationAdmin admin) throws IOException {
        Path data =
                Path.of(Optional.ofNullable(context.getProperty("kassa.data")).orElse("data"));
        Path trust = Optional.ofNullable(context.getProperty("kassa.deploy.trust"))
                .map(Path::of)
                .orElse(data.resolve("trusted-signers.pem"));
        Clock clock = Clock.systemUTC();
        this.context = context;
        desk = Desks.in(
                context,
                admin,
                new Inspector(trust, clock),
                new Vault(data.resolve("deploy")),
                calls,
                PATIENCE,
                this::tell,
                clock);
        Inbox inbox = new Inbox(data.resolve("deploy").resolve("inbox"), desk);
        watch.execute(desk::resume);
        watch.scheduleWithFixedDelay(inbox::look, 500, 500, TimeUnit.MILLISECONDS);
        context.addBundleListener(starts);
        registration = context.registerService(Deployments.class, desk, new Hashtable<>());
    }

    @Deactivate
    public void stop() {
        registration.unregister();
        context.removeBundleListener(starts);
        watch.shutdownNow();
        calls.shutdownNow();
    }

    /** Bundles that came with the till may start later than this one; what was deployed since goes before them. */
    private void started(BundleEvent event) {
        if (event.getType() == BundleEvent.STARTED && desk.cameWithTheTill(event.getBundle())) {
            watch.execute(desk::resume);
        }
    }

    private void tell(HistoryEntry entry, Optional<HistoryEntry> ranBefore) {
        try {
            for (ServiceReference<DeploymentListener> reference :
                    context.getServiceReferences(DeploymentListener.class, null)) {
                DeploymentListener listener = context.getService(reference);
                if (listener != null) {
                    try {
                        listener.happened(entry, ranBefore);
                    } finally {
                        context.ungetService(reference);
                    }
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter is none that could be wrong", e);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
