package io.kassa.itests.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.itests.release.till.Till;
import io.kassa.release.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The release, installed by the words of its README in frameworks that have nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallTest {

    private static final Path EMPTY = Path.of("target/empty");
    private static final int NEWEST_JAVA_OF_KARAF = 23;

    private Desk desk;

    @BeforeAll
    void unpack(@TempDir Path folder) throws Exception {
        desk = Desk.of(folder).unpacked();
    }

    @Test
    void installsInAnEmptyFelix() throws Exception {
        Path felix = folderWith("felix", "org.apache.felix.main");
        TillJar.write(Files.createDirectory(felix.resolve("bundle")).resolve("till.jar"));
        try (Shell shell = Shell.in(felix, desk.words().under("Felix", "sh"))) {
            offers(shell);
        }
        assertThat(felix.resolve("tmp")).as("what is temporary stays here").isDirectory();
    }

    @Test
    void installsInAnEmptyEquinox() throws Exception {
        Path equinox = folderWith("equinox", "org.eclipse.osgi");
        TillJar.write(equinox.resolve("till.jar"));
        try (Shell shell = Shell.in(equinox, desk.words().under("Equinox", "sh"))) {
            offers(shell);
        }
        assertThat(equinox.resolve("tmp")).as("what is temporary stays here").isDirectory();
    }

    @Test
    void installsInAnEmptyKaraf() throws Exception {
        assumeTrue(Runtime.version().feature() <= NEWEST_JAVA_OF_KARAF, "Karaf 4.4 does not start on this Java");
        Path karaf = karaf();
        TillJar.write(karaf.resolve("till.jar"));
        try (Shell shell = Shell.in(karaf, desk.words().under("Karaf", "sh"))) {
            shell.shows("Hit '<ctrl-d>'");
            shell.typeUntil("kar:list", "KAR Name");
            shell.typeUntil("bundle:list", "START LEVEL");
            shell.type(desk.words().under("Karaf", "karaf"));
            offers(shell);
        }
    }

    private static void offers(Shell shell) throws IOException, InterruptedException {
        assertThat(shell.shows(Till.OFFERS)).isEqualTo(Till.OFFERS + "smartum");
        assertThat(shell.shows(Till.IDLE.strip())).isEqualTo(Till.IDLE.strip());
    }

    private Path folderWith(String name, String framework) throws IOException {
        Path folder = Files.createDirectory(desk.folder().resolve(name));
        Path jar = empty(framework);
        Files.copy(jar, folder.resolve(jar.getFileName()));
        return folder;
    }

    /** Unpacked, on ports of its own. */
    private Path karaf() throws IOException {
        try (InputStream zip = Files.newInputStream(empty("apache-karaf"))) {
            for (Map.Entry<String, byte[]> file : Archive.read(zip).entrySet()) {
                Path path = desk.folder().resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        Path karaf = desk.folder()
                .resolve(empty("apache-karaf").getFileName().toString().replace(".zip", ""));
        assertThat(karaf.resolve("bin/karaf").toFile().setExecutable(true)).isTrue();
        for (String port : List.of("1099", "44444")) {
            try (ServerSocket socket = new ServerSocket(0)) {
                edit(karaf.resolve("etc/org.apache.karaf.management.cfg"), port, String.valueOf(socket.getLocalPort()));
            }
        }
        edit(karaf.resolve("etc/org.apache.karaf.shell.cfg"), "8101", "0");
        return karaf;
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static Path empty(String name) throws IOException {
        try (var files = Files.list(EMPTY)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "-"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }
}
