package io.kassa.itests.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The shipped bundles of the till in a framework of this process, so that a test can reach behind the counter. */
final class Till implements AutoCloseable {

    static final String PLUG_IN = "io.kassa.smartum.plugin";

    private static final Path BUNDLES =
            Path.of("").toAbsolutePath().getParent().getParent().resolve("features/till/target/bundles/export/till");

    private final Framework framework;
    private final int port;

    Till(Path folder) throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        framework = new FrameworkFactory()
                .newFramework(Map.ofEntries(
                        Map.entry(
                                Constants.FRAMEWORK_STORAGE,
                                folder.resolve("framework").toString()),
                        Map.entry("felix.cm.dir", folder.resolve("config").toString()),
                        Map.entry("felix.bootdelegation.implicit", "false"),
                        Map.entry("org.apache.felix.http.host", "127.0.0.1"),
                        Map.entry("org.osgi.service.http.port", Integer.toString(port)),
                        Map.entry("kassa.web.address", "127.0.0.1"),
                        Map.entry("kassa.web.port", Integer.toString(port)),
                        Map.entry("kassa.data", folder.toString()),
                        Map.entry("kassa.demo", "true"),
                        Map.entry("kassa.shop", "Shop")));
        framework.init();
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : inOrder()) {
            bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
        }
        framework.start();
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
    }

    /** Extensions of the framework first, then logging, as the till's own start does it. */
    private static List<Path> inOrder() throws IOException {
        try (Stream<Path> jars = Files.list(BUNDLES)) {
            return jars.sorted(java.util.Comparator.comparing(Till::place)).toList();
        }
    }

    private static String place(Path jar) {
        String name = jar.getFileName().toString();
        return (name.contains("framework.extension") ? "1" : name.startsWith("slf4j") ? "2" : "3") + name;
    }

    static Path plugIn() throws IOException {
        try (Stream<Path> jars = Files.list(BUNDLES)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(PLUG_IN))
                    .findFirst()
                    .orElseThrow();
        }
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** The version of the plug-in that serves. */
    Bundle serving() {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> PLUG_IN.equals(bundle.getSymbolicName()))
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .findFirst()
                .orElseThrow();
    }

    long installed() {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> PLUG_IN.equals(bundle.getSymbolicName()))
                .count();
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
