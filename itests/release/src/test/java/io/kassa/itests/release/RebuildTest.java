package io.kassa.itests.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody who has the sources can see that a release was made of them. */
class RebuildTest {

    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", ".pos");
    private static final String FEATURES = "features/karaf/target/feature";
    private static final String BUILD = "mvn -q package -Dmaven.test.skip -pl features/release,features/till -am";

    @Test
    void theSameSourcesInAnotherFolderGiveTheSameReleaseButForTheSignature(@TempDir Path folder) throws Exception {
        assumeFalse(Sbom.offline(), "Maven makes no SBOM when it works offline");
        Desk desk = Desk.of(Files.createDirectory(folder.resolve("desk")));
        Path checkout = folder.resolve("another/checkout");
        copySources(checkout);
        // plain text, and slow to build: it takes all bundles of the till
        Files.createDirectories(checkout.resolve(FEATURES));
        Files.copy(
                Sbom.PROJECT.resolve(FEATURES).resolve("feature.xml"),
                checkout.resolve(FEATURES).resolve("feature.xml"));
        Shell.succeed(checkout, List.of(BUILD));
        Map<String, String> again = bundles(checkout);
        assertThat(again).hasSizeGreaterThan(10);
        assertThat(bundles(Sbom.PROJECT)).containsAllEntriesOf(again);
        String compare = "POS_NO_BUILD=yes POS_DATA=" + folder.resolve("demo") + " ./pos release --compare ";
        assertThat(Shell.run(checkout, List.of(compare + desk.zip())).screen())
                .contains("The same, but for the signature.");
        Files.writeString(checkout.resolve("docs/install.md"), "Something else\n");
        assertThat(Shell.run(checkout, List.of(compare + desk.zip())).screen()).contains("README.md");
    }

    /** The SHA-256 of each, by its name. */
    private static Map<String, String> bundles(Path checkout) throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        PathMatcher jars =
                checkout.getFileSystem().getPathMatcher("glob:" + checkout + "/bundles/*/target/io.kassa.*.jar");
        try (Stream<Path> files = Files.walk(checkout.resolve("bundles"), 3)) {
            for (Path jar : files.filter(jars::matches).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                hashes.put(jar.getFileName().toString(), HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }

    private static void copySources(Path checkout) throws IOException {
        Files.walkFileTree(Sbom.PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (NOT_SOURCES.contains(from.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(
                        checkout.resolve(Sbom.PROJECT.relativize(from).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        from,
                        checkout.resolve(Sbom.PROJECT.relativize(from).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
