package io.kassa.itests.crash;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL server from the binaries of the machine, in a folder of its own, that can be killed. */
final class Server implements AutoCloseable {

    /** Told to tills by this environment variable. */
    static final String PASSWORD_VARIABLE = "CRASH_LEDGER_PASSWORD";

    static final String PASSWORD = "crash";
    private static final String USER = "kassa";
    private static final int TRIES = 20;

    private final Path binaries;
    private final Path folder;
    private final boolean root = System.getProperty("user.name").equals("root");
    private final int port = Java.freePort();
    private final AtomicInteger databases = new AtomicInteger();

    Server(Path binaries) {
        this.binaries = binaries;
        try {
            // not below the folder of a test, into which nobody but its owner may look
            this.folder = Files.createTempDirectory("kassa-crash-postgres");
            Path password = Files.writeString(folder.resolve("password"), PASSWORD);
            if (root) {
                // the server refuses to run as root
                execute(List.of("chown", "-R", "postgres", folder.toString()));
            }
            run("initdb", "-D", data(), "-U", USER, "-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8");
            start();
            // also when the tests are ended before they end
            Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Path> binaries() {
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

    /** The books of one shop, in a new database. */
    Store store() {
        String name = "shop_" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, PASSWORD);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Store() {
            @Override
            public List<String> options() {
                return List.of(
                        "-Dkassa.ledger.url=" + url(name), "-Dkassa.ledger.password=$[env:" + PASSWORD_VARIABLE + "]");
            }

            @Override
            public Facts facts() {
                try (Ledger ledger = Ledger.open(url(name), Optional.of(new Secret(PASSWORD)), Clock.systemUTC())) {
                    return Facts.read(ledger);
                }
            }
        };
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    /** SIGKILL to all its processes, and up again. */
    synchronized void crash() {
        kill();
        try {
            restart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        Path file = Path.of(data(), "postmaster.pid");
        if (Files.notExists(file)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).get(0));
            List<ProcessHandle> all = new ArrayList<>();
            ProcessHandle.of(pid).ifPresent(postmaster -> {
                all.add(postmaster);
                postmaster.descendants().forEach(all::add);
            });
            for (ProcessHandle one : all) {
                execute(List.of("kill", "-KILL", Long.toString(one.pid())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restart() throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                start();
                return;
            } catch (IOException e) {
                // the memory of the dead server is not given back at once
                if (tries == TRIES) {
                    throw e;
                }
                Java.pause(200);
            }
        }
    }

    private void start() throws IOException {
        String options = "-p " + port + " -k " + folder + " -h 127.0.0.1";
        run("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-w", "-t", "60", "-o", options, "start");
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "-D", data(), "-w", "-t", "60", "-m", "immediate", "stop");
            Store.clear(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        Path output = Files.createTempFile("kassa-crash", ".out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)
                    || process.exitValue() != 0 && !command.get(0).equals("kill")) {
                process.destroyForcibly();
                throw new IOException(command + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
