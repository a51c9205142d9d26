package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.Inspector;
import io.kassa.pos.deploy.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;

/** Puts a desk together. */
public final class Desks {

    private Desks() {}

    /**
     * @param inspector asked anew for each artefact, so that a changed trust list counts at once
     * @param calls where self tests run, so that one that hangs holds up nobody
     * @param patience how long a new version may take to offer what the old one offers
     */
    public static DeploymentDesk in(
            BundleContext context,
            ConfigurationAdmin admin,
            Supplier<Inspector> inspector,
            Vault vault,
            ExecutorService calls,
            Duration patience,
            Clock clock) {
        StoredSettings settings = new StoredSettings(admin);
        Switch change = new Switch(context, new Health(context, calls, patience), settings);
        return new DeploymentDesk(inspector, vault, new Running(context), change, settings, clock);
    }
}
