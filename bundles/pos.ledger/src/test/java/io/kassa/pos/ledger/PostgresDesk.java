package io.kassa.pos.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL server of the tests' own, from the binaries of the machine, in a temporary folder, on a free port, that can be killed. */
public final class PostgresDesk implements AutoCloseable {

    public static final String PASSWORD = "desk";
    public static final String USER = "kassa";

    /**
     * In seconds. After a crash a server flushes each file of each database it has, some hundred a test: on a busy disk, more than
     * a minute.
     */
    private static final String PATIENCE = "300";

    private final Path binaries;
    private final Path folder;
    private final boolean root = System.getProperty("user.name").equals("root");
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    public PostgresDesk(Path binaries) throws IOException {
        this.binaries = binaries;
        // not below the folder of a test, into which nobody but its owner may look
        this.folder = Files.createTempDirectory("kassa-postgres");
        this.port = freePort();
        // also when the tests are ended before they end
        Runtime.getRuntime().addShutdownHook(new Thread(this::abandon));
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (root) {
            // The server refuses to run as root.
            execute(List.of("chown", "-R", "postgres", folder.toString()));
        }
        run(
                "initdb",
                "-D",
                data(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--no-sync");
        start();
    }

    public static Optional<Path> binaries() {
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.notExists(debian)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    int port() {
        return port;
    }

    public void start(String... settings) throws IOException {
        StringBuilder options = new StringBuilder("-p " + port + " -k " + folder + " -h 127.0.0.1");
        for (String setting : settings) {
            options.append(" -c ").append(setting);
        }
        run(
                "pg_ctl",
                "-D",
                data(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-t",
                PATIENCE,
                "-o",
                "" + options,
                "start");
    }

    /** As a power cut would, as far as the server can tell. */
    void crash() throws IOException {
        run("pg_ctl", "-D", data(), "-w", "-t", PATIENCE, "-m", "immediate", "stop");
    }

    /** SIGKILL to all its processes. */
    public void kill() throws IOException {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    /** All that run at this moment, the one that begins the others first. */
    public List<ProcessHandle> processes() throws IOException {
        Path file = Path.of(data(), "postmaster.pid");
        if (Files.notExists(file)) {
            return List.of();
        }
        long pid = Long.parseLong(Files.readAllLines(file).get(0));
        return ProcessHandle.of(pid).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
    }

    /** A new empty database. */
    public String database() {
        String name = "shop_" + databases.incrementAndGet();
        sql("CREATE DATABASE " + name);
        return url(port, name);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    void sql(String statement) {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), USER, PASSWORD);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            crash();
        } finally {
            clear();
        }
    }

    private void abandon() {
        try {
            kill();
            clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String binary, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (root) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(binaries.resolve(binary).toString());
        command.addAll(List.of(arguments));
        execute(command);
    }

    private void execute(List<String> command) throws IOException {
        Path output = folder.resolveSibling(folder.getFileName() + ".out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(6, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
