package io.kassa.itests.release;

import io.kassa.itests.release.till.Till;
import io.kassa.release.Archive;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The point of sale of the tests as the bundle that a host developer would bring. */
final class TillJar {

    private static final String MANIFEST = """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: io.kassa.itests.release.till
            Bundle-Version: 1.0.0
            Bundle-Activator: io.kassa.itests.release.till.Till
            Import-Package: org.osgi.framework,org.osgi.util.tracker,
             io.kassa.pos.spi.ledger;version="[1,2)",
             io.kassa.pos.spi.payment;version="[1,2)",
             io.kassa.pos.spi.settings;version="[1,2)"

            """;

    private TillJar() {}

    static void write(Path file) throws IOException, URISyntaxException {
        Path classes = Path.of(
                Till.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Map<String, byte[]> files = new TreeMap<>();
        files.put("META-INF/MANIFEST.MF", MANIFEST.getBytes(StandardCharsets.UTF_8));
        String here = Till.class.getPackageName().replace('.', '/');
        Archive.folder(classes.resolve(here)).forEach((name, content) -> files.put(here + "/" + name, content));
        Files.write(file, Archive.write(files));
    }
}
