package io.kassa.itests.release;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A terminal in which commands are typed as they stand in a document, until one fails. */
final class Shell implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long PAUSE_MILLIS = 100;
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[a-zA-Z]");

    private final Process process;
    private final Path screen;

    private Shell(Process process, Path screen) {
        this.process = process;
        this.screen = screen;
    }

    static Shell in(Path folder, List<String> commands) throws IOException {
        Path screen = Files.createTempFile(folder, "screen", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-u", "-c", String.join("\n", commands))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile());
        Path java = Path.of(System.getProperty("java.home"));
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().merge("PATH", java.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        builder.environment().put("TERM", "dumb");
        return new Shell(builder.start(), screen);
    }

    /** What the last command ended with, and all that was shown. */
    record Ended(int code, String screen) {}

    /** Types all commands and waits for the end of the last one. */
    static Ended run(Path folder, List<String> commands) throws IOException, InterruptedException {
        try (Shell shell = in(folder, commands)) {
            if (!shell.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Still busy: " + shell.screen());
            }
            return new Ended(shell.process.exitValue(), shell.screen());
        }
    }

    /** Types all commands, of which none may fail. */
    static void succeed(Path folder, List<String> commands) throws IOException, InterruptedException {
        Ended ended = run(folder, commands);
        if (ended.code() != 0) {
            throw new AssertionError(ended.screen());
        }
    }

    /** Types into what the last command has started. */
    void type(List<String> commands) throws IOException {
        Writer keyboard = process.outputWriter(StandardCharsets.UTF_8);
        keyboard.write(String.join("\n", commands) + "\n");
        keyboard.flush();
    }

    /** Types a command again until it is answered so: a console that has just come does not know all of them. */
    void typeUntil(String command, String answer) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0 && !screen().contains(answer)) {
            type(List.of(command));
            Thread.sleep(PAUSE_MILLIS * 5);
        }
    }

    /** @return the line that begins so, once it is there */
    String shows(String beginning) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0 && process.isAlive()) {
            for (String line : screen().split("[\r\n]+")) {
                int at = line.indexOf(beginning);
                if (at >= 0) {
                    return line.substring(at).strip();
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("Not shown: " + beginning + "\n" + screen());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String screen() throws IOException {
        return COLOURS.matcher(Files.readString(screen, StandardCharsets.UTF_8)).replaceAll("");
    }
}
