package io.kassa.pos.deploy;

import io.kassa.pos.deploy.artefact.Inspector;
import io.kassa.pos.deploy.running.DeploymentDesk;
import io.kassa.pos.deploy.running.Desks;
import io.kassa.pos.deploy.vault.Vault;
import io.kassa.pos.spi.payment.PaymentMethod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;

/** A framework with Configuration Admin and a deployment desk; what it keeps survives it. */
final class Shop implements AutoCloseable {

    private static final String SHARED = List.of("money", "text", "product", "payment", "ledger", "settings").stream()
            .map(name -> "io.kassa.pos.spi." + name + ";version=1.0.0")
            .collect(Collectors.joining(","));

    final Framework framework;
    final DeploymentDesk desk;
    final ConfigurationAdmin admin;
    final List<HistoryEntry> told = new CopyOnWriteArrayList<>();

    /** Those of them that were written while nobody else could deploy. */
    final List<HistoryEntry> toldInTurn = new CopyOnWriteArrayList<>();

    /** What was told to have run before. */
    final Map<HistoryEntry, HistoryEntry> ranBefore = new ConcurrentHashMap<>();

    private final ExecutorService calls = Executors.newCachedThreadPool();

    Shop(Path folder, String shippedVersion, Signer... trusted) throws Exception {
        this(folder, Jars.sample(shippedVersion, "good"), trusted);
    }

    Shop(Path folder, Path shipped, Signer... trusted) throws Exception {
        this(folder, Optional.of(shipped), trusted);
    }

    /** @param shipped what comes with the till, or nothing */
    Shop(Path folder, Optional<Path> shipped, Signer... trusted) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        Files.createTempDirectory(folder, "cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        SHARED + ",org.osgi.service.cm;version=1.6.1",
                        "felix.cm.dir",
                        folder.resolve("config").toString()));
        framework.start();
        start(Path.of(org.apache.felix.cm.impl.ConfigurationManager.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        if (shipped.isPresent()) {
            start(shipped.get());
        }
        admin = framework
                .getBundleContext()
                .getService(framework.getBundleContext().getServiceReference(ConfigurationAdmin.class));
        Path trust = folder.resolve("trust.pem");
        StringBuilder pems = new StringBuilder();
        for (Signer signer : trusted) {
            pems.append(signer.pem());
        }
        Files.writeString(trust, pems);
        desk = Desks.in(
                framework.getBundleContext(),
                admin,
                new Inspector(trust, Clock.systemUTC()),
                new Vault(folder.resolve("deploy")),
                calls,
                Duration.ofSeconds(2),
                this::tell,
                Clock.systemUTC());
        desk.resume();
    }

    private void tell(HistoryEntry entry, Optional<HistoryEntry> before) {
        before.ifPresent(ran -> ranBefore.put(entry, ran));
        told.add(entry);
        if (Thread.holdsLock(desk)) {
            toldInTurn.add(entry);
        }
    }

    Deployments.Outcome deploy(Path jar) throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            return desk.deploy(in, jar.getFileName().toString(), "partner");
        }
    }

    /** The versions that offer the method now. */
    List<String> serving() {
        return Arrays.stream(framework.getBundleContext().getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE && bundle.getRegisteredServices() != null)
                .filter(bundle -> Arrays.stream(bundle.getRegisteredServices())
                        .anyMatch(service -> List.of((String[]) service.getProperty(Constants.OBJECTCLASS))
                                .contains(PaymentMethod.class.getName())))
                .map(bundle -> bundle.getVersion().toString())
                .toList();
    }

    long installed() {
        return Arrays.stream(framework.getBundleContext().getBundles())
                .filter(bundle -> Jars.PLUG_IN.equals(bundle.getSymbolicName()))
                .count();
    }

    void start(Path jar) throws Exception {
        framework.getBundleContext().installBundle(jar.toUri().toString()).start();
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        calls.shutdownNow();
    }
}
