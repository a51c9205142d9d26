package io.kassa.itests.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/host-guide.md tells a host developer to type, typed. */
class GuideTest {

    private static final int MOST_SECONDS = 60;

    private static Terminal beside;
    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        beside = Terminal.open();
        sandbox = new Sandbox(beside.pages());
        sandbox.isUp();
    }

    @AfterAll
    static void close() {
        beside.close();
    }

    @Test
    void whoFollowsTheGuide_isPaid_andNotTwiceWithOneReceipt() throws IOException, InterruptedException {
        String start = "";
        for (Guide.Block block : Guide.blocks()) {
            if (block.name().equals("start")) {
                start = block.text();
            } else if (block.isCommands()) {
                runs(block.text());
            } else if (!block.name().isEmpty()) {
                Files.writeString(folder.resolve(block.name()), filledIn(block.text()));
            }
        }
        Sandbox.Receipt receipt = sandbox.pays(1_000);

        try (Terminal till = Terminal.running(bash(start), folder)) {
            till.sees("Scan Smartum QR code (x cancels)");
            till.types(receipt.code());
            till.sees("Paid EUR 1000");
        }
        try (Terminal till = Terminal.running(bash(start), folder)) {
            till.sees("Scan Smartum QR code (x cancels)");
            till.types(receipt.code());
            till.sees("! This receipt was used before, in sale MY-");
            till.types("x");
            till.sees("Not paid.");
        }
    }

    private static String filledIn(String text) {
        JsonNode connection = sandbox.connection();
        return text.replace("<client id>", connection.path("clientId").asText())
                .replace(
                        "<public key>",
                        connection.path("publicKey").asText().strip().replace("\n", " "))
                .replace("http://127.0.0.1:8091", connection.path("root").asText());
    }

    private void runs(String commands) throws IOException, InterruptedException {
        Process process = bash("set -eu\n" + commands).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s\n%s", commands, said).isZero();
    }

    private ProcessBuilder bash(String commands) {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", commands).directory(folder.toFile());
        builder.environment()
                .put(
                        "KASSA",
                        Path.of("").toAbsolutePath().getParent().getParent().toString());
        builder.environment()
                .put(
                        "KASSA_SECRET_SMARTUM",
                        sandbox.connection().path("clientSecret").asText());
        return builder;
    }
}
