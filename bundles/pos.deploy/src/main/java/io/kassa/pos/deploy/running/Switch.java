package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.Fingerprint;
import io.kassa.pos.deploy.artefact.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a version beside the one that serves and asks it how it is; the old one is retired only afterwards. While both are up
 * the registry has two services of one id; hosts take the higher version, so no call finds nobody.
 *
 * <p>Nothing here outlives the framework: starts and stops are transient, and what runs after a restart follows from the history
 * and the kept artefacts alone.
 */
final class Switch {

    private static final Logger LOG = LoggerFactory.getLogger(Switch.class);
    private static final String LOCATION = "deployed:";

    private final BundleContext context;
    private final Imports imports;
    private final Health health;

    Switch(BundleContext context, Health health) {
        this.context = context;
        this.imports =
                new Imports(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class));
        this.health = health;
    }

    /** Installs and resolves; starts nothing. What is wrong is removed again. */
    Bundle stage(Path kept, Fingerprint fingerprint) throws RefusedException, IOException {
        String location = LOCATION + fingerprint;
        // what an earlier run of the framework left: its copy was not compared with the fingerprint
        Optional.ofNullable(context.getBundle(location)).ifPresent(Switch::retire);
        try (InputStream in = Files.newInputStream(kept)) {
            Bundle staged = context.installBundle(location, in);
            try {
                if (!Running.isPlugIn(staged)) {
                    throw new RefusedException(Fault.NOT_HOT_DEPLOYABLE, staged.getSymbolicName());
                }
                imports.tryOut(staged);
                return staged;
            } catch (RefusedException | RuntimeException e) {
                retire(staged);
                throw e;
            }
        } catch (BundleException e) {
            LOG.warn("{} cannot be installed", fingerprint, e);
            throw new RefusedException(Fault.NOT_A_PLUG_IN);
        }
    }

    Health.Standing standing(Optional<Bundle> serving) {
        return health.of(serving);
    }

    /** Starts what was staged beside what serves, and judges it. Whoever asked retires what does not pass. */
    void beside(Bundle staged, Health.Standing before) throws RefusedException {
        start(staged);
        health.check(staged, before);
    }

    /** Starts what has passed already. Asks it nothing: a provider that is down while the till starts is no fault of it. */
    void again(Bundle passed) throws RefusedException {
        try {
            start(passed);
        } catch (RefusedException | RuntimeException e) {
            retire(passed);
            throw e;
        }
    }

    private static void start(Bundle bundle) throws RefusedException {
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            LOG.warn("{} does not start", bundle, e);
            throw new RefusedException(Fault.DOES_NOT_START, bundle.getVersion());
        }
    }

    /**
     * Ends a version. One that came with the till stays installed, stopped, so that it is there when all else is gone. Another
     * version serves when this is called, so that trouble in here is nobody's but the log's.
     */
    static void retire(Bundle bundle) {
        if (bundle.getState() == Bundle.UNINSTALLED) {
            return;
        }
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("{} complains about its end", bundle, e);
        }
        if (fingerprint(bundle).isPresent()) {
            try {
                bundle.uninstall();
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("{} cannot be uninstalled", bundle, e);
            }
        }
    }

    /** The fingerprint of what was deployed; empty for a bundle that came with the till. */
    static Optional<Fingerprint> fingerprint(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(LOCATION)
                ? Optional.of(new Fingerprint(location.substring(LOCATION.length())))
                : Optional.empty();
    }
}
