package io.kassa.smartum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class MainTest {
    @TempDir
    Path folder;

    @Test
    void aProcessOfItsOwnSaysWhereItIsAndEndsWhenAsked() throws Exception {
        Process process = launch();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).matches("api    http://127\\.0\\.0\\.1:\\d+");
            assertThat(said.readLine()).matches("phone  http://127\\.0\\.0\\.1:\\d+/phone");
            assertThat(said.readLine()).matches("panel  http://127\\.0\\.0\\.1:\\d+/panel");
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatWasAnsweredIsThereAfterTheProcessWasKilled() throws Exception {
        Process process = launch();
        HttpResponse<String> paid;
        try (BufferedReader said = process.inputReader()) {
            said.readLine();
            String phone = said.readLine().substring("phone  ".length());
            String body = "{\"venue\":\"%s\",\"benefit\":\"exercise\",\"cents\":1000}".formatted(Sandbox.KAISLA);
            HttpRequest request = HttpRequest.newBuilder(URI.create(phone + "/payments"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            paid = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        String id = Json.mapper().readTree(paid.body()).path("id").asText();
        try (Sandbox again = Sandbox.start(Options.in(folder))) {
            assertThat(again.books().payment(id)).isPresent();
            assertThat(again.books().balances()).containsEntry("exercise", 39_000L);
        }
    }

    @Test
    void anotherContractIsReadFromAFileThatMustNameEverything() throws Exception {
        Path file = folder.resolve("contract.properties");
        try (InputStream renamed = Contract.class.getResourceAsStream("renamed.properties")) {
            Files.copy(renamed, file);
        }
        Options options = Main.options("--contract", file.toString());
        assertThat(options.contract().word(Term.CLAIM_VENUE)).isEqualTo("plc");
        Files.writeString(file, Files.readString(file).replace("claim.venue = plc", "claim.place = plc"));
        assertThatThrownBy(() -> Main.options("--contract", file.toString()))
                .hasMessageContaining("missing [claim.venue], unknown [claim.place]");
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port",
                        "0",
                        "--folder",
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void thePagesStandOnePortAboveTheApiUnlessToldOtherwise() {
        assertThat(Main.options()).extracting(Options::port, Options::pagesPort).containsExactly(8091, 8092);
        assertThat(Main.options("--port", "9000").pagesPort()).isEqualTo(9001);
        assertThat(Main.options("--port", "0").pagesPort()).isZero();
        assertThatThrownBy(() -> Main.options("--help")).isInstanceOf(IllegalArgumentException.class);
    }
}
