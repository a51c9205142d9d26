package io.kassa.itests.crash;

import io.kassa.pos.ledger.PostgresDesk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The shipped till in a process of its own, started as {@code ./pos} starts it, with the agent in it. */
final class Till {

    private static final Path SHIPPED =
            Path.of("").toAbsolutePath().getParent().getParent().resolve("features/till");
    private static final Path BUNDLES = SHIPPED.resolve("target/bundles/export");
    private static final String MARK = "@crash ";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String descriptor;
    private final Path data;
    private final List<String> options;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final int port = Java.freePort();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile Process process;
    private volatile boolean struck;
    private int told;
    private volatile PrintWriter ear;
    private volatile Runnable atStep = () -> {};
    private List<String> under = List.of();

    /** @param options more system properties: the books, the mutation */
    Till(Path data, List<String> options) {
        this("till", data, options);
    }

    /** @param descriptor what of it is started */
    Till(String descriptor, Path data, List<String> options) {
        this.descriptor = descriptor;
        this.data = data;
        this.options = options;
        try {
            Files.createDirectories(data.resolve("log"));
            Files.createDirectories(data.resolve("tmp"));
            Files.writeString(
                    data.resolve("logging.properties"),
                    Files.readString(SHIPPED.resolve("conf/logging.properties"))
                            .replace("KASSA_DATA", data.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** @param ahead by how many seconds its clock runs ahead: the time that has passed since the crash */
    void start(Path agent, long ahead) {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx160m",
                "-javaagent:" + agent,
                "-Dcrash.ahead=" + ahead,
                "-Djava.util.logging.config.file=" + data.resolve("logging.properties"),
                "-Dfelix.config.properties=file:" + SHIPPED.resolve("conf/framework.properties"),
                "-Dkassa.data=" + data,
                "-Dkassa.web.address=127.0.0.1",
                "-Dkassa.web.port=" + port,
                "-Dkassa.bundles.first=" + bundles(true, false),
                "-Dkassa.bundles.logging=" + bundles(false, true),
                "-Dkassa.bundles.others=" + bundles(false, false),
                "-Dkassa.demo=true"));
        command.addAll(options);
        command.addAll(List.of(
                "-jar", SHIPPED.resolve("target/org.apache.felix.main.jar").toString()));
        Path err = data.resolve("till.err");
        ProcessBuilder builder =
                Java.with(under, command).redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        builder.environment().put(Server.PASSWORD_VARIABLE, PostgresDesk.PASSWORD);
        Process started = Java.start(builder);
        heard.clear();
        struck = false;
        process = started;
        ear = new PrintWriter(started.outputWriter(StandardCharsets.UTF_8), true);
        Thread listener = new Thread(() -> listen(started), "till-output");
        listener.setDaemon(true);
        listener.start();
    }

    /** From the next start on: the command that runs it, such as a tracer. It has to be the same process in the end. */
    void under(List<String> command) {
        under = command;
    }

    /** Waits until it is open, and logs in. */
    TillApi open() {
        TillApi api = new TillApi(root());
        for (int tries = 0; !api.isOpen(); tries++) {
            if (tries > 1500 || !isAlive()) {
                throw new AssertionError("the till does not start: " + complaints());
            }
            Java.pause(20);
        }
        api.logIn();
        return api;
    }

    long pid() {
        return process.pid();
    }

    private String bundles(boolean first, boolean logging) {
        try (Stream<Path> jars = Files.list(BUNDLES.resolve(descriptor))) {
            List<String> wanted = jars.filter(jar -> {
                        String name = jar.getFileName().toString();
                        boolean isFirst =
                                name.contains("spifly") || name.startsWith("asm") || name.contains("objectweb");
                        boolean isLogging = name.startsWith("slf4j");
                        return first ? isFirst : logging ? isLogging : !isFirst && !isLogging;
                    })
                    .map(jar -> "reference:file:" + jar)
                    .sorted()
                    .toList();
            return String.join(" ", wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(Process started) {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MARK + "reached")) {
                    // on a thread of its own: what happens may ask the till
                    new Thread(atStep, "at-step").start();
                } else if (line.startsWith(MARK)) {
                    heard.add(line.substring(MARK.length()));
                } else {
                    printed.add(line);
                }
            }
        } catch (IOException ended) {
            // the process is gone, and with it what it had to say
        }
    }

    /** What happens at the commit that {@code crash.arm} names: one of the start, before anybody can be told. */
    void atStep(Runnable happens) {
        atStep = happens;
    }

    /** At the n-th commit from now on, the thread that makes it stops just before or after it, and that happens. */
    void arm(String when, int number, Runnable happens) {
        atStep = happens;
        ask("arm " + when + " " + number);
    }

    void disarm() {
        atStep = () -> {};
        if (isAlive()) {
            tell("arm never 0");
            go(); // who came to the step just before that
        }
    }

    /** How many commits there were since it was armed last. */
    int commits() {
        return Integer.parseInt(ask("count").split(" ")[1]);
    }

    /** Lets the thread go on that stopped at a commit. */
    void go() {
        tell("go");
    }

    private synchronized int tell(String command) {
        ear.println(++told + " " + command);
        return told;
    }

    /** Answers to what was only told are passed over. */
    private String ask(String command) {
        int number = tell(command);
        try {
            while (true) {
                String answer = heard.poll(20, TimeUnit.SECONDS);
                if (answer == null) {
                    throw new IllegalStateException("the till does not answer: " + command + ", alive " + isAlive());
                }
                if (answer.startsWith(number + " ")) {
                    return answer;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        Process now = process;
        return now != null && now.isAlive();
    }

    /** SIGKILL: as a power cut ends it, but that what it gave to the system is kept. */
    void kill() {
        Process now = process;
        struck = true;
        if (now != null) {
            now.toHandle().destroyForcibly();
        }
    }

    /** Whether it was killed since it was started last. */
    boolean isStruck() {
        return struck;
    }

    void awaitEnd() {
        awaitEnd(SOON);
    }

    void awaitEnd(Duration bound) {
        if (!endsWithin(bound)) {
            throw new IllegalStateException("not killed within " + bound + ", or it lives on");
        }
    }

    /** Its connections end before the process does. */
    boolean endsSoon() {
        return endsWithin(SOON);
    }

    private boolean endsWithin(Duration bound) {
        try {
            return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that it printed, as text and as complaints. */
    String console() {
        try {
            return String.join("\n", printed) + Files.readString(data.resolve("till.err"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it ever said that on its console. */
    boolean said(String words) {
        try {
            return Files.readString(data.resolve("till.err")).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it complained about last, for a failure's sake. */
    String complaints() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("till.err"), StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
