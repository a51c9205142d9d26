package io.kassa.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link Peer} in a process of its own, started with the options that {@code ./pos} gives the till. */
final class RunningPeer implements AutoCloseable {

    private final Process java;
    private final BufferedReader answers;
    private final OutputStream rounds;

    RunningPeer(Path folder) throws IOException {
        java = new ProcessBuilder(
                        "java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompileThresholdScaling=0.2",
                        "-Xmx160m",
                        "-Xss512k",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Peer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(java.getInputStream(), StandardCharsets.US_ASCII));
        rounds = java.getOutputStream();
    }

    /** One verification and two commits, in nanoseconds. */
    long round() throws IOException {
        rounds.write('\n');
        rounds.flush();
        return Long.parseLong(answers.readLine());
    }

    @Override
    public void close() throws IOException {
        rounds.close();
        try {
            java.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        java.destroy();
    }
}
