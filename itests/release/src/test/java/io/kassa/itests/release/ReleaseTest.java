package io.kassa.itests.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.release.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String PLUG_IN = "plugin/io.kassa.smartum.plugin-";
    private static final int MOST_BYTES_OF_THE_PLUG_IN = 250_000;

    private Desk desk;
    private Map<String, byte[]> files;

    @BeforeAll
    void release(@TempDir Path folder) throws Exception {
        desk = Desk.of(folder);
        files = Archive.read(Files.readAllBytes(desk.zip()));
    }

    @Test
    void hasAPlugInThatIsSmallAndSignedThroughout() throws Exception {
        String name = files.keySet().stream()
                .filter(file -> file.startsWith(PLUG_IN))
                .findFirst()
                .orElseThrow();
        assertThat(files.get(name)).hasSizeLessThanOrEqualTo(MOST_BYTES_OF_THE_PLUG_IN);
        Path jar = Files.write(desk.folder().resolve("plug-in.jar"), files.get(name));
        allSigned(jar);
        String karaf = files.keySet().stream()
                .filter(file -> file.endsWith(".kar"))
                .findFirst()
                .orElseThrow();
        assertThat(Archive.read(files.get(karaf)).values()).contains(files.get(name));
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
