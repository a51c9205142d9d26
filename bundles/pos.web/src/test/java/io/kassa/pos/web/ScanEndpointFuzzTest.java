package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.pos.host.method.Rank;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any body to the endpoint that takes a scanned code, over HTTP, at a real host that asks for a scan: the answer is one of the
 * described ones, neither it nor the log says anything of the code, and no payment comes of it. The wallet's one receipt is nowhere
 * in the inputs.
 */
public class ScanEndpointFuzzTest {

    private static final String RECEIPT = UUID.randomUUID().toString();
    private static final String R1 = "/api/registers/R1";
    private static final Pattern CODE = Pattern.compile("\"code\" *: *\"([A-Za-z0-9._-]{12,})\"");
    private static final int INPUTS_A_TILL = 20_000;
    private static Shop shop;

    static Stream<Arguments> inputs() throws IOException {
        return FuzzInputs.of(ScanEndpointFuzzTest.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isAnsweredAndNothingIsPaid(String name, byte[] input) throws IOException {
        PrintStream log = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            fuzzerTestOneInput(input);
        } finally {
            System.setErr(log);
        }
        code(input)
                .ifPresent(code ->
                        assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain(code));
    }

    @AfterAll
    static void close() throws IOException {
        shop.close();
    }

    /** The name that a fuzzer looks for: opening takes longer than any input may. */
    @BeforeAll
    public static void fuzzerInitialize() throws IOException {
        shop = new Shop();
    }

    /** The name and form that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        shop.answer(input);
        if (shop.answered == INPUTS_A_TILL) {
            close();
            fuzzerInitialize();
        }
    }

    private static Optional<String> code(byte[] input) {
        Matcher code = CODE.matcher(new String(input, StandardCharsets.ISO_8859_1));
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    /** A till with a sale of 10.00 under way, at which the wallet asks for its receipt. */
    private static final class Shop {
        private final Path folder;
        private final RealHost host;
        private final TillServer till;
        private final Browser browser;
        private final String sale;
        private String attempt;
        private int answered;

        Shop() throws IOException {
            folder = Files.createTempDirectory("scan-endpoint");
            host = new RealHost(folder);
            host.methods.add(Wallet.ID, new OneReceipt(RECEIPT), Rank.PLAIN);
            till = TillServer.before(host.facade);
            browser = till.browser().opens();
            logsIn("{\"kind\":\"password\",\"name\":\"admin\",\"password\":\"demo-admin-2026\"}");
            does("PUT", "/api/config/methods/" + Wallet.ID, """
                    {"enabled":true,"account":"1930","surplusAccount":"3990","registerCheck":true,"quick":true,"rounding":false}""");
            does("PUT", "/api/config/registers/R1", "{\"name\":\"Register 1\",\"methods\":[\"cash\",\"wallet\"]}");
            JsonNode register = does("POST", R1 + "/lines", "{\"product\":\"gym-visit\",\"quantity\":1}");
            sale = R1 + "/sales/" + register.at("/sale/id").asText();
            begin();
        }

        private void begin() {
            attempt = UUID.randomUUID().toString();
            JsonNode register = does(
                    "POST", sale + "/payments", "{\"attempt\":\"" + attempt + "\",\"method\":\"" + Wallet.ID + "\"}");
            assertThat(register.at("/attempt/step/name").asText()).isEqualTo("scan");
        }

        void answer(byte[] input) {
            answered++;
            HttpResponse<String> answer =
                    browser.sendBytes(R1 + "/attempts/" + attempt + "/answers", "application/json", input);
            assertThat(answer.statusCode())
                    .as(new String(input, StandardCharsets.ISO_8859_1) + " " + answer.body())
                    .isIn(200, 400, 409, 413);
            code(input).ifPresent(code -> assertThat(answer.body()).doesNotContain(code));
            standsAsBefore(answer.statusCode() == 200 ? Browser.json(answer) : does("GET", R1, ""));
        }

        /** Whatever an input moved without a receipt, such as by typing an amount, is taken back. */
        private void standsAsBefore(JsonNode register) {
            for (JsonNode tender : register.at("/sale/tenders")) {
                assertThat(tender.path("evidence").asText()).isEqualTo("ATTESTED");
                does("DELETE", sale + "/tenders/" + tender.path("attempt").asText(), "");
            }
            JsonNode now = register;
            String step = now.at("/attempt/step/name").asText();
            if (step.equals("scan")) {
                return;
            }
            if (!step.isEmpty()) {
                String end = "{\"step\":\"" + step + "\",\"answer\":{\"kind\":\"cancelled\"}}";
                now = does("POST", R1 + "/attempts/" + attempt + "/answers", end);
            }
            if (now.has("attempt")) {
                does("DELETE", R1 + "/attempts/" + attempt, "");
            }
            begin();
        }

        private void logsIn(String how) {
            browser.csrf = does("POST", "/api/session", how).path("csrf").asText();
        }

        private JsonNode does(String method, String path, String body) {
            HttpResponse<String> answer = method.equals("GET") ? browser.get(path) : browser.send(method, path, body);
            assertThat(answer.statusCode())
                    .as(method + " " + path + " " + answer.body())
                    .isEqualTo(200);
            return Browser.json(answer);
        }

        void close() throws IOException {
            till.close();
            host.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
