package io.kassa.itests.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./pos} starts: a {@code java} of this test writes down what it is told, and ends. */
class LauncherTest {

    private static final String BOOKS = "jdbc:postgresql://127.0.0.1/shop?user=shop";

    /** 1 would say that somebody changed the audit log. */
    private static final int NOT_CHECKED = 2;

    @TempDir
    private Path folder;

    private Path calls;
    private int status;

    @BeforeEach
    void aJavaThatWritesDown() throws IOException {
        calls = folder.resolve("calls");
        Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                echo "    java.specification.version = 17" >&2
                case "$*" in *-jar*) echo "$*" >> "%s" ;; esac
                """.formatted(calls));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatIsStartedForItsClassesOnlyKeepsOutOfTheBooksOfTheShop() throws Exception {
        pos("start", Map.of("POS_LEDGER_URL", BOOKS, "POS_DATA", data().toString()));

        List<String> started = Files.readAllLines(calls);
        assertThat(started).hasSize(2);
        assertThat(started.get(0)).contains("-Dkassa.demo=true").doesNotContain("kassa.ledger", data().toString());
        assertThat(started.get(1)).contains("-Dkassa.ledger.url=" + BOOKS).doesNotContain("-Dkassa.demo=true");
    }

    @Test
    void theShellsFoldersAreItsOwnersFromTheFirstMomentOn() throws Exception {
        pos("shell", Map.of("POS_DATA", data().toString()));

        for (String made : List.of("", "settings", "secrets")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve(made))))
                    .as("data/" + made)
                    .isEqualTo("rwx------");
        }
        assertThat(Files.readString(calls)).contains("-Dkassa.shell.secrets=true");
    }

    @Test
    void anAuditThatCannotBeginEndsAsOneThatDidNotLook() throws Exception {
        assertThat(pos("audit", Map.of())).contains("./pos audit verify");
        assertThat(status).isEqualTo(NOT_CHECKED);

        Files.writeString(
                folder.resolve("bin/java"), "#!/bin/sh\necho '    java.specification.version = 11' >&2\nexit 1\n");
        assertThat(pos("audit verify", Map.of())).contains("Java 11 is too old");
        assertThat(status).isEqualTo(NOT_CHECKED);
    }

    @Test
    void aJavaThatDoesNotStartIsSaidInOneLine() throws Exception {
        Files.writeString(folder.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
        assertThat(pos("run", Map.of("POS_DATA", data().toString())))
                .containsOnlyOnce("\n")
                .contains("This Java does not start: try java -version. Install a JDK 17 or newer");
        assertThat(status).isNotZero();
    }

    @Test
    void aFolderThatCannotBeLockedIsNotSaidToBeInUse() throws Exception {
        Path flock = Files.writeString(
                folder.resolve("bin/flock"), "#!/bin/sh\necho 'flock: 8: No locks available' >&2\nexit 71\n");
        Files.setPosixFilePermissions(flock, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(data());
        for (String command : List.of("run", "start", "debug", "shell", "clean")) {
            assertThat(pos(command, Map.of("POS_DATA", data().toString())))
                    .as(command)
                    .containsOnlyOnce("\n")
                    .contains(data() + " cannot be locked", "No locks available")
                    .doesNotContain("in use");
            assertThat(status).as(command).isNotZero();
        }
        assertThat(calls).doesNotExist();
        assertThat(data()).exists();
    }

    @Test
    void aFolderInWhichATillRunsIsLeftToIt() throws Exception {
        Path held = Files.createDirectories(data()).resolve("in-use");
        Process till = new ProcessBuilder("flock", held.toString(), "sh", "-c", "echo held; read end")
                .redirectErrorStream(true)
                .start();
        try {
            assertThat((char) till.getInputStream().read()).as("it has begun").isEqualTo('h');
            for (String command : List.of("run", "debug", "shell")) {
                assertThat(pos(command, Map.of("POS_DATA", data().toString())))
                        .as(command)
                        .containsOnlyOnce("\n")
                        .contains(data() + " is in use by another till", "POS_DATA=" + data() + "-2 ./pos " + command);
                assertThat(status).as(command).isNotZero();
            }
            assertThat(pos("start", Map.of("POS_DATA", data().toString())))
                    .as("another folder would be another shop's books")
                    .isEqualTo("pos: " + data()
                            + " is in use: this shop's till runs already. Open its page, or stop it first.\n");
            assertThat(status).isNotZero();
            assertThat(pos("clean", Map.of("POS_DATA", data().toString())))
                    .containsOnlyOnce("\n")
                    .contains(data() + " is in use by a till. Stop that one first");
            assertThat(status).isNotZero();
            assertThat(calls).doesNotExist();
            assertThat(held).exists();
        } finally {
            till.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "run, POS_PORT, 0",
        "run, POS_SANDBOX_PORT, 0",
        "run, POS_SANDBOX_PORT, 1",
        "debug, POS_PORT, 0",
        "start, POS_PORT, 0",
        "shell, POS_SANDBOX_PORT, 0"
    })
    void aPortThatIsTakenIsSaidInOneLine_withACommandThatChangesNothingElse(String command, String variable, int next)
            throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            String said = pos(command, Map.of(variable, Integer.toString(port - next), "POS_DATA", data().toString()));
            assertThat(said)
                    .containsOnlyOnce("\n")
                    .contains("Port " + port + " is in use", variable + "=" + (port + 10) + " ./pos " + command)
                    .contains("POS_DATA=" + data());
            assertThat(status).isNotZero();
        }
    }

    @Test
    void theCommandForAnotherPortStaysOnTheBooksOfTheShop() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Path kept = folder.resolve("it's kept; here");
            Map<String, String> shop = Map.of(
                    "POS_DATA", kept.toString(),
                    "POS_LEDGER_URL", BOOKS + "&password=hunter2&ssl=true",
                    "POS_LEDGER_PASSWORD", "hunter2",
                    "POS_SHOP", "Kahvila $HOME \"Ayr\"",
                    "POS_HOSTS", "https://till.example.com,https://kassa.example.com");
            Map<String, String> asked = new HashMap<>(shop);
            asked.put("POS_PORT", Integer.toString(port));
            String said = pos("start", asked);
            assertThat(said).containsOnlyOnce("\n").doesNotContain("hunter2");

            String command = said.substring(said.indexOf("choose another: ") + "choose another: ".length());
            Map<String, String> meant = new HashMap<>(shop);
            meant.put("POS_PORT", Integer.toString(port + 10));
            meant.put("POS_LEDGER_URL", BOOKS + "&ssl=true");
            meant.remove("POS_LEDGER_PASSWORD");
            assertThat(pasted(command)).containsAllEntriesOf(meant).doesNotContainKey("POS_LEDGER_PASSWORD");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run   | nothing     | Java is missing",
                "test  | nothing     | Java is missing",
                "test  | java        | javac is missing",
                "bench | java        | javac is missing",
                "test  | java javac  | Maven is missing",
                "bench | java javac  | Maven is missing",
                "test  | java javac mvn | The tests also want: apt-get install chromium chromium-driver",
                "release | java javac | jarsigner is missing",
                "run   | java        | flock is missing",
                "start | java        | flock is missing",
            })
    void aToolThatIsMissingIsSaidInOneLine(String command, String there, String said) throws Exception {
        Path tools = tools(there.split(" "));
        String spoken = pos(command, Map.of("PATH", tools.toString(), "POS_DATA", data().toString()));
        assertThat(spoken).containsOnlyOnce("\n").contains(said);
        assertThat(status).isNotZero();
    }

    @Test
    void whatIsBuiltNeedsNoBuilders_andWhatIsStaleDoes() throws Exception {
        Path top = Files.createDirectory(folder.resolve("project"));
        Files.copy(Project.top().resolve("pos"), top.resolve("pos"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String made : List.of("cnf", "bundles", "features/till/target")) {
            Files.createDirectories(top.resolve(made));
        }
        Path source = Files.createFile(top.resolve("pom.xml"));
        Path built = Files.createFile(top.resolve("features/till/target/built"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        Map<String, String> noBuilders = Map.of("PATH", tools("java").toString(), "POS_NO_BUILD", "");
        for (String command : List.of("build", "audit verify")) {
            assertThat(said(top.resolve("pos"), command, noBuilders)).doesNotContain("missing");
            assertThat(status).as(command).isZero();
        }

        Files.setLastModifiedTime(built, FileTime.from(Instant.EPOCH.minusSeconds(60)));
        assertThat(said(top.resolve("pos"), "build", noBuilders))
                .containsOnlyOnce("\n")
                .contains("javac is missing");
        assertThat(status).isNotZero();
    }

    /** A folder with what every machine has, and besides only these. */
    private Path tools(String... there) throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("bash", "cat", "cut", "dirname", "find", "sed")) {
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        for (String tool : there) {
            Files.copy(folder.resolve("bin/java"), tools.resolve(tool));
        }
        return tools;
    }

    /** What the command would be told by its environment, as a shell understands it. */
    private Map<String, String> pasted(String command) throws Exception {
        Path pos = Files.writeString(folder.resolve("pos"), "#!/bin/sh\nenv\n");
        Files.setPosixFilePermissions(pos, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("POS_"));
        Process shell = builder.start();
        shell.getOutputStream().close();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("POS_"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Everything it says, on ports that are free unless the environment names others. */
    private String pos(String command, Map<String, String> environment) throws Exception {
        return said(Project.top().resolve("pos"), command, environment);
    }

    private String said(Path pos, String command, Map<String, String> environment) throws Exception {
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.add(0, pos.toString());
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("POS_PORT", Integer.toString(TillProcess.freePorts(1)));
        builder.environment().put("POS_SANDBOX_PORT", Integer.toString(TillProcess.freePorts(2)));
        builder.environment().put("POS_NO_BUILD", "1");
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        Process script = builder.start();
        script.getOutputStream().close();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        status = script.waitFor();
        return said;
    }
}
