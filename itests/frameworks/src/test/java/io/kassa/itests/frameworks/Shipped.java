package io.kassa.itests.frameworks;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;

/** The bundles as they are shipped, from the folder that the till starts. */
public final class Shipped {

    public static final String DATA = "kassa.data";
    static final String SANDBOX_PAGES = "smartum.sandbox.pages.port";

    /** Where the kit's tests write how they fared; given on to the framework when it is set. */
    public static final String REPORT = "kassa.kit.report";

    private static final String DEMO = "kassa.bundles";

    private Shipped() {}

    /** The demo till with its sandbox, in folders and on ports of its own. */
    static Option[] till() {
        return tillAnd();
    }

    /** The same with more bundles. */
    public static Option[] tillAnd(Option... more) {
        Map<String, String> properties = properties();
        Option[] till = System.getProperty(Karaf.FEATURES) == null ? bundles(properties) : Karaf.till(properties);
        return OptionUtils.combine(till, more);
    }

    /** Bundles of the debug till that the till itself does without. */
    static Option[] beside(String... prefixes) {
        return Arrays.stream(jars("../debug"))
                .filter(jar -> Arrays.stream(prefixes).anyMatch(jar.getName()::startsWith))
                .map(Shipped::provisioned)
                .toArray(Option[]::new);
    }

    private static Option[] bundles(Map<String, String> properties) {
        return new Option[] {
            systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN"),
            composite(properties.entrySet().stream()
                    .map(one -> frameworkProperty(one.getKey()).value(one.getValue()))
                    .toArray(Option[]::new)),
            composite(Arrays.stream(jars(".")).map(Shipped::provisioned).toArray(Option[]::new)),
            junitBundles()
        };
    }

    private static Map<String, String> properties() {
        Path scratch = scratch();
        Map<String, String> properties = new HashMap<>(Map.of(
                DATA,
                scratch.resolve("till").toString(),
                "kassa.demo",
                "true",
                "org.apache.felix.http.host",
                "127.0.0.1",
                "org.osgi.service.http.port",
                "0",
                "smartum.sandbox.port",
                freePort(),
                SANDBOX_PAGES,
                freePort(),
                "smartum.sandbox.data",
                scratch.resolve("sandbox").toString()));
        Optional.ofNullable(System.getProperty(REPORT)).ifPresent(file -> properties.put(REPORT, file));
        return properties;
    }

    private static Option provisioned(File jar) {
        var option = bundle(jar.toURI().toString());
        String name = jar.getName();
        if (name.contains("spifly") || name.startsWith("asm")) {
            return option.startLevel(1);
        }
        return name.startsWith("slf4j") ? option.startLevel(2) : option.startLevel(4);
    }

    private static File[] jars(String folderBeside) {
        File[] jars =
                new File(System.getProperty(DEMO), folderBeside).listFiles((folder, name) -> name.endsWith(".jar"));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException("No bundles: build features/till first");
        }
        return jars;
    }

    /** Chosen before, so that it stays the same when the bundle is started again. */
    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "till");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
