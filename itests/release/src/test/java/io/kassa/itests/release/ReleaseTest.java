package io.kassa.itests.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.deploy.artefact.Inspector;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.release.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The zip that {@code ./pos release} makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseTest {

    private static final int MOST_BYTES_OF_THE_PLUG_IN = 250_000;

    private Desk desk;
    private Map<String, byte[]> files;

    @BeforeAll
    void release(@TempDir Path folder) throws Exception {
        desk = Desk.of(folder);
        files = Archive.read(Files.readAllBytes(desk.zip()));
    }

    @Test
    void hasAPlugInThatIsSmallAndTheSameInTheKar() throws Exception {
        assertThat(plugIn()).hasSizeLessThanOrEqualTo(MOST_BYTES_OF_THE_PLUG_IN);
        assertThat(Archive.read(file(".*\\.kar")).values()).contains(plugIn());
    }

    @Test
    void hasAPlugInThatATillTakesWhileItIsOpen() throws Exception {
        Path jar = Files.write(desk.folder().resolve("plug-in.jar"), plugIn());
        Inspector till = new Inspector(desk.folder().resolve("partner.pem"), Clock.systemUTC());
        assertThat(till.inspect(jar).symbolicName()).isEqualTo("io.kassa.smartum.plugin");
        Inspector another = new Inspector(desk.folder().resolve("nobody.pem"), Clock.systemUTC());
        assertThatThrownBy(() -> another.inspect(jar)).isInstanceOf(RefusedException.class);
    }

    @Test
    void isSignedThroughoutAndSaysThatTheKeyIsADemos() throws Exception {
        allSigned(desk.zip());
        assertThat(files).containsKey("SIGNED-WITH-A-DEMO-KEY.txt");
    }

    @Test
    void checksumsAreOfEveryFile() throws Exception {
        Shell.succeed(
                desk.folder(),
                List.of("mkdir sums", "cd sums", "jar xf " + desk.zip(), "sha256sum -c --strict SHA256SUMS"));
        List<String> summed = new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(line.indexOf("  ") + 2))
                .toList();
        assertThat(files.keySet())
                .filteredOn(name -> !name.startsWith("META-INF/") && !name.equals("SHA256SUMS"))
                .containsExactlyInAnyOrderElementsOf(summed);
    }

    @Test
    void aFileThatWasChangedOrAddedIsFoundByTheWordsOfTheReadme() throws Exception {
        Map<String, byte[]> changed = Archive.read(Files.readAllBytes(desk.zip()));
        changed.put("etc/io.kassa.smartum-shop.cfg", new byte[] {'#'});
        assertThat(verified("changed", changed)).isNotZero();
        Map<String, byte[]> added = Archive.read(Files.readAllBytes(desk.zip()));
        added.put("plugin/another.jar", new byte[0]);
        assertThat(verified("added", added)).isNotZero();
        assertThat(verified("whole", Archive.read(Files.readAllBytes(desk.zip()))))
                .isZero();
    }

    private byte[] plugIn() {
        return file("plugin/io\\.kassa\\.smartum\\.plugin-.*\\.jar");
    }

    private byte[] file(String pattern) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().matches(pattern))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private int verified(String name, Map<String, byte[]> content) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(desk.folder().resolve(name));
        Files.copy(desk.folder().resolve("partner.pem"), folder.resolve("partner.pem"));
        Files.write(folder.resolve(desk.zip().getFileName()), Archive.write(content));
        return Shell.run(folder, desk.words().under("Verify, then unpack", "sh"))
                .code();
    }

    private static void allSigned(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            for (JarEntry entry : Collections.list(file.entries())) {
                try (InputStream content = file.getInputStream(entry)) {
                    content.readAllBytes();
                }
                if (!entry.getName().startsWith("META-INF/") || entry.getName().contains("maven")) {
                    assertThat(entry.getCodeSigners()).as(entry.getName()).hasSize(1);
                }
            }
        }
    }
}
