package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.Fingerprint;
import io.kassa.pos.deploy.artefact.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Starts a version beside the one that serves, asks it how it is, and only then stops the old one. While both are up the registry
 * has two services of one id; hosts take the higher version, so no call finds nobody.
 */
final class Switch {

    private static final String LOCATION = "deployed:";

    private final BundleContext context;
    private final Imports imports;
    private final Health health;
    private final StoredSettings settings;

    Switch(BundleContext context, Health health, StoredSettings settings) {
        this.context = context;
        this.imports =
                new Imports(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class));
        this.health = health;
        this.settings = settings;
    }

    /** Installs and resolves; starts nothing. What is wrong is removed again. */
    Bundle stage(Path kept, Fingerprint fingerprint) throws RefusedException, IOException {
        try (InputStream in = Files.newInputStream(kept)) {
            Bundle staged = context.installBundle(LOCATION + fingerprint, in);
            try {
                if (!Running.isPlugIn(staged)) {
                    throw new RefusedException(Fault.NOT_HOT_DEPLOYABLE, staged.getSymbolicName());
                }
                imports.tryOut(staged);
                return staged;
            } catch (RefusedException e) {
                remove(staged);
                throw e;
            }
        } catch (BundleException e) {
            throw new RefusedException(Fault.NOT_A_PLUG_IN);
        }
    }

    /** Starts what was staged beside what serves, and leaves exactly one of them running. */
    void over(Bundle staged, Optional<Bundle> serving, Version version) throws RefusedException {
        try {
            Set<String> methods = serving.map(Running::methodIds).orElse(Set.of());
            Set<String> faultsBefore = serving.isPresent() ? health.faults(serving.get()) : Set.of();
            staged.start();
            health.check(staged, methods, faultsBefore, settings);
        } catch (BundleException e) {
            remove(staged);
            throw new RefusedException(Fault.DOES_NOT_START, version);
        } catch (RefusedException e) {
            remove(staged);
            throw e;
        }
        serving.ifPresent(Switch::retire);
    }

    /** Ends a version. One that came with the till stays installed, stopped, so that it is there when all else is gone. */
    static void retire(Bundle bundle) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
            if (fingerprint(bundle).isPresent()) {
                bundle.uninstall();
            }
        } catch (BundleException e) {
            throw new IllegalStateException("A version does not stop: " + bundle, e);
        }
    }

    /** The fingerprint of what was deployed; empty for a bundle that came with the till. */
    static Optional<Fingerprint> fingerprint(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(LOCATION)
                ? Optional.of(new Fingerprint(location.substring(LOCATION.length())))
                : Optional.empty();
    }

    /** Undoes a start that did not pass; what came with the till is only stopped again. */
    private static void remove(Bundle bundle) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
            if (fingerprint(bundle).isPresent()) {
                bundle.uninstall();
            }
        } catch (BundleException e) {
            throw new IllegalStateException("A version cannot be removed: " + bundle, e);
        }
    }
}
