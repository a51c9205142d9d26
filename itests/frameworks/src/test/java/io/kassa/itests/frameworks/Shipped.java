package io.kassa.itests.frameworks;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ops4j.pax.exam.Option;

/** The bundles as they are shipped, from the folder that the till starts. */
final class Shipped {

    private static final String DEMO = "kassa.bundles";

    private Shipped() {}

    static Option demo() {
        return composite(
                systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN"),
                frameworkProperty("kassa.data").value(scratch().toString()),
                frameworkProperty("kassa.demo").value("true"),
                frameworkProperty("org.apache.felix.http.host").value("127.0.0.1"),
                frameworkProperty("org.osgi.service.http.port").value("0"),
                frameworkProperty("smartum.sandbox.port").value("0"),
                frameworkProperty("smartum.sandbox.pages.port").value("0"),
                composite(Arrays.stream(jars()).map(Shipped::provisioned).toArray(Option[]::new)),
                junitBundles());
    }

    private static Option provisioned(File jar) {
        var option = bundle(jar.toURI().toString());
        String name = jar.getName();
        if (name.contains("spifly") || name.startsWith("asm")) {
            return option.startLevel(1);
        }
        return name.startsWith("slf4j") ? option.startLevel(2) : option.startLevel(4);
    }

    private static File[] jars() {
        File[] jars = new File(System.getProperty(DEMO)).listFiles((folder, name) -> name.endsWith(".jar"));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException("No bundles: build features/till first");
        }
        return jars;
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("till");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
