package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.DeploymentListener;
import io.kassa.pos.deploy.artefact.Inspector;
import io.kassa.pos.deploy.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;

/** Puts a desk together. */
public final class Desks {

    private Desks() {}

    /**
     * @param calls where self tests run, so that one that hangs holds up nobody
     * @param patience how long a new version may take to offer what the old one offers
     * @param listener told of everything that is in the history
     */
    public static DeploymentDesk in(
            BundleContext context,
            ConfigurationAdmin admin,
            Inspector inspector,
            Vault vault,
            ExecutorService calls,
            Duration patience,
            DeploymentListener listener,
            Clock clock) {
        StoredSettings settings = new StoredSettings(admin);
        SelfTests tests = new SelfTests(context, calls, patience);
        Health health = new Health(tests, new SettingsFault(context, settings), patience);
        Chronicle chronicle = new Chronicle(vault, listener, clock);
        return new DeploymentDesk(
                inspector, vault, new Running(context), new Switch(context, health), settings, chronicle);
    }
}
