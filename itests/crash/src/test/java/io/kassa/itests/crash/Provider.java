package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sandbox in a process of its own, with books of its own on disk. It is never killed. */
final class Provider implements AutoCloseable {

    static final String VENUE = "ven_pDmadXvNHA6XWoew";
    static final String BENEFIT = "exercise";

    private final List<String> codes = new CopyOnWriteArrayList<>();
    private final Process process;
    private final URI api;
    private final URI pages;
    private final Path journal;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Money that the customer paid in the app. */
    record Paid(String transaction, String code) {}

    Provider(Path folder) {
        this.journal = folder.resolve("books.jsonl");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = Java.start(Java.with(List.of(
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port",
                        "0",
                        "--pages-port",
                        "0",
                        "--folder",
                        folder.toString()))
                .redirectError(folder.resolveSibling("provider.err").toFile()));
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        try {
            api = URI.create(lines.readLine().split("\\s+")[1]);
            pages = URI.create(lines.readLine().split("\\s+")[1]).resolve("/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        post("/control/settings", Map.of("window", "ALWAYS"));
        post("/control/accounts/" + BENEFIT, Map.of("cents", 500_000_000));
    }

    URI api() {
        return api;
    }

    /** What it has on disk: who paid what, what went back. */
    ProviderBooks books() {
        return ProviderBooks.read(journal);
    }

    JsonNode connection() {
        return json("GET", "/control/connection", "");
    }

    Paid pays(long cents) {
        Map<String, Object> order = Map.of("venue", VENUE, "benefit", BENEFIT, "cents", cents);
        String id = post("/phone/payments", order).path("id").asText();
        String code = new String(send("GET", "/receipts/" + id + ".txt", ""), StandardCharsets.UTF_8).strip();
        codes.add(code);
        return new Paid(id, code);
    }

    /** Everything that customers ever showed. */
    List<String> codes() {
        return codes;
    }

    /** What it was asked so far, by anybody. */
    List<String> calls() {
        List<String> targets = new ArrayList<>();
        json("GET", "/control/calls", "")
                .forEach(call -> targets.add(call.path("target").asText()));
        return targets;
    }

    /** How often anybody asked it about a transaction, or to do something with it. */
    long callsAbout(String transaction) {
        long calls = 0;
        for (JsonNode call : json("GET", "/control/calls", "")) {
            calls += call.path("path").asText().contains(transaction) ? 1 : 0;
        }
        return calls;
    }

    /** The transactions of all look-ups that it answered. */
    List<String> lookedUp() {
        List<String> transactions = new ArrayList<>();
        for (JsonNode call : json("GET", "/control/calls", "")) {
            if (call.path("target").asText().equals("LOOK_UP")
                    && call.path("status").asInt() == 200) {
                transactions.add(call.path("path").asText().replaceAll(".*/", ""));
            }
        }
        return transactions;
    }

    void troubles(String target, Map<String, Object> trouble, int calls) {
        post("/control/troubles", Map.of("target", target, "trouble", trouble, "calls", calls));
    }

    void calmsDown() {
        send("DELETE", "/control/troubles", "");
    }

    private JsonNode post(String path, Object body) {
        return json("POST", path, body);
    }

    private JsonNode json(String method, String path, Object body) {
        try {
            return TillApi.JSON.readTree(send(method, path, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] send(String method, String path, Object body) {
        try {
            byte[] text = "".equals(body) ? new byte[0] : TillApi.JSON.writeValueAsBytes(body);
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(pages.resolve(path))
                            .timeout(Duration.ofSeconds(20))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofByteArray(text))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + ": " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
