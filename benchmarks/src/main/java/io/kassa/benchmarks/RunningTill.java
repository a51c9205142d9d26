package io.kassa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built till as {@code ./pos run} starts it, in a process of its own, and what is around it. */
final class RunningTill implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BANNER = "Ctrl+C stops it.";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port = freePort();
    private final int sandboxPort = freePort();
    private final Process script;
    private String csrf = "";

    /** From the command to the first page, in nanoseconds. */
    final long started;

    RunningTill(Path data) throws Exception {
        Files.createDirectories(data);
        ProcessBuilder run = new ProcessBuilder("./pos", "run")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("output").toFile());
        run.environment()
                .putAll(Map.of(
                        "POS_NO_BUILD", "1",
                        "POS_PORT", String.valueOf(port),
                        "POS_SANDBOX_PORT", String.valueOf(sandboxPort),
                        "POS_DATA", data.resolve("data").toString()));
        long begin = System.nanoTime();
        script = run.start();
        while (!answers(till("/"))) {
            if (!script.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(60)) {
                throw new IllegalStateException(Files.readString(data.resolve("output")));
            }
            Thread.sleep(10);
        }
        started = System.nanoTime() - begin;
        // before its banner, what answers may be the till that the script starts once a build to record its classes
        while (!Files.readString(data.resolve("output")).contains(BANNER)) {
            if (!script.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(120)) {
                throw new IllegalStateException(Files.readString(data.resolve("output")));
            }
            Thread.sleep(10);
        }
    }

    private boolean answers(URI page) throws Exception {
        try {
            return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Configures Smartum with these settings beside the documented ones, and puts it on register 1. */
    void configure(Map<String, List<String>> more) throws Exception {
        login();
        JsonNode connection = call("GET", sandbox("/control/connection"), "");
        Map<String, List<String>> values = new java.util.HashMap<>(Map.of(
                "smartumUrl", List.of(connection.path("root").asText()),
                "smartumApiPublicKey", List.of(connection.path("publicKey").asText()),
                "smartumClientId", List.of(connection.path("clientId").asText()),
                "smartumClientSecret", List.of(connection.path("clientSecret").asText()),
                "smartumVenueId", List.of("ven_pDmadXvNHA6XWoew"),
                "smartumBenefitType", List.of("exercise")));
        values.putAll(more);
        JsonNode saved = till("POST", "/api/config/forms/io.kassa.smartum/configurations", Map.of("values", values));
        if (!saved.path("stored").asBoolean()) {
            throw new IllegalStateException(saved.toString());
        }
        while (!till("GET", "/api/config/methods", "").findValuesAsText("id").contains("smartum")) {
            Thread.sleep(50);
        }
        till(
                "PUT",
                "/api/config/methods/smartum",
                Map.of(
                        "enabled",
                        true,
                        "account",
                        "",
                        "surplusAccount",
                        "",
                        "registerCheck",
                        true,
                        "quick",
                        false,
                        "rounding",
                        false));
        till("PUT", "/api/config/registers/R1", Map.of("name", "Register 1", "methods", List.of("cash", "smartum")));
        call("POST", sandbox("/control/accounts/exercise"), Map.of("cents", 10_000_000));
    }

    private void login() throws Exception {
        while (!answers(sandbox("/panel")) || !answers(till("/api/about"))) {
            Thread.sleep(50);
        }
        csrf = till("GET", "/api/session", "").path("csrf").asText();
        csrf = till("POST", "/api/session", Map.of("kind", "password", "name", "admin", "password", "demo-admin-2026"))
                .path("csrf")
                .asText();
    }

    /** A customer pays 10.00 in the app; returns the code on the phone's screen. */
    String pay() throws Exception {
        JsonNode receipt = call(
                "POST",
                sandbox("/phone/payments"),
                Map.of("venue", "ven_pDmadXvNHA6XWoew", "benefit", "exercise", "cents", 1_000));
        String id = receipt.findValuesAsText("id").get(0);
        return http.send(
                        HttpRequest.newBuilder(sandbox("/receipts/" + id + ".txt"))
                                .build(),
                        BodyHandlers.ofString())
                .body()
                .strip();
    }

    /** At register 1, logged in, with the register's page on the screen. */
    Cashier cashier() throws Exception {
        login();
        new Pages(http).load(till("/"));
        till("GET", "/api/registers/R1", "");
        till("GET", "/api/catalogue", "");
        String cookie = cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
        return new Cashier(this, new Wire(port, Map.of("X-Csrf-Token", csrf, "Cookie", cookie)));
    }

    long pid() {
        return script.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /** Resident memory in megabytes. */
    long resident() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private JsonNode till(String method, String path, Object body) throws Exception {
        return call(method, till(path), body);
    }

    private URI till(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private URI sandbox(String path) {
        return URI.create("http://127.0.0.1:" + (sandboxPort + 1) + path);
    }

    private JsonNode call(String method, URI address, Object body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(
                        method,
                        "".equals(body)
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .header("Content-Type", "application/json")
                .header("Origin", "http://" + address.getAuthority())
                .header("X-Csrf-Token", csrf)
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + address + ": " + response.statusCode() + " "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        script.destroy();
        try {
            script.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
