package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client secret, the provider's tokens, scanned codes, and a password stand nowhere: in no file of the till, not in what it
 * prints and answers, nor in the web console of {@code ./pos debug}; also while a receipt that was scanned is in doubt.
 */
@TestInstance(Lifecycle.PER_CLASS)
class NothingLeaksTest {

    private static final String CONSOLE = "of-the-console-only";
    private static final String PASSWORD = "Kirjava-lehma-laukkaa-2026";
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/system/console/[^\"#]*)");
    private static final int MOST_PAGES = 150;

    private Path folder;
    private final Leaks hidden = new Leaks();
    private final List<String> leaks = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> asked = Collections.synchronizedSet(new TreeSet<>());
    private Shop shop;
    private Wire wire;
    private String clientId;

    @BeforeAll
    void open(@TempDir Path made) throws Exception {
        folder = made;
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(CONSOLE.getBytes(StandardCharsets.UTF_8));
        shop = new Shop(
                folder,
                Agent.jar(folder),
                "debug",
                List.of(
                        "-Dgosh.args=--nointeractive",
                        "-Dsmartum.sandbox.port=" + Java.freePort(),
                        "-Dsmartum.sandbox.pages.port=" + Java.freePort(),
                        "-Dsmartum.sandbox.data=" + folder.resolve("sandbox"),
                        "-Dfelix.webconsole.username=admin",
                        "-Dfelix.webconsole.password={sha-256}"
                                + Base64.getEncoder().encodeToString(hash)));
        wire = new Wire(shop.provider().api());
        shop.starts();
        JsonNode connection = shop.provider().connection();
        hidden.add("client secret", connection.path("clientSecret").asText());
        hidden.add("password", PASSWORD);
        clientId = connection.path("clientId").asText();
        shop.api().overheardBy((path, body) -> {
            asked.add(path);
            hidden.in("the answer to " + path, body).ifPresent(leaks::add);
        });
        shop.configures(wire.root(), List.of("R1", "R2"));
        shop.api()
                .put(
                        "/api/config/people/Leena",
                        Map.of("role", "ADMIN", "mayAttest", true, "active", true, "secret", PASSWORD))
                .must();
    }

    @AfterAll
    void close() {
        shop.close();
        wire.close();
    }

    @Test
    void neitherWhileAReceiptIsInDoubtNorAfterwards() throws Exception {
        shop.serve(Stories.story(2, 1), "R2");
        Doubt doubt = new Doubt();
        doubt.begins();
        look("while a receipt is in doubt");
        doubt.isForged();
        look("after a forged one");
        doubt.ends();
        shop.serve(Stories.story(8, 2), "R2");
        look("afterwards");
        assertThat(wire.tokens()).isNotEmpty();
        assertThat(leaks).isEmpty();
    }

    /** More than is due: the till asks whether that is meant, and the code is stored until then. */
    private final class Doubt {
        private final String attempt = UUID.randomUUID().toString();
        private final String sale = shop.api()
                .post("/api/registers/R1/lines", Map.of("product", "gym-visit", "quantity", 1))
                .must()
                .at("/sale/id")
                .asText();

        JsonNode begins() {
            JsonNode modal = shop.api()
                    .post(
                            "/api/registers/R1/sales/" + sale + "/payments",
                            Map.of("attempt", attempt, "method", "smartum"))
                    .must();
            String code = shop.provider().pays(1250).code();
            JsonNode asked = says(modal, Map.of("kind", "scanned", "code", code));
            assertThat(asked.at("/attempt/step/kind").asText()).isEqualTo("confirm");
            return asked;
        }

        /** At the other register, and refused. */
        void isForged() {
            JsonNode there = shop.api()
                    .post("/api/registers/R2/lines", Map.of("product", "gym-visit", "quantity", 1))
                    .must();
            String id = UUID.randomUUID().toString();
            String other = there.at("/sale/id").asText();
            JsonNode modal = shop.api()
                    .post("/api/registers/R2/sales/" + other + "/payments", Map.of("attempt", id, "method", "smartum"))
                    .must();
            String forged = shop.provider().pays(1000).code();
            forged = forged.substring(0, forged.length() - 9) + "forgedXYZ";
            hidden.add("forged code", forged);
            JsonNode refused = shop.api()
                    .post(
                            "/api/registers/R2/attempts/" + id + "/answers",
                            Map.of(
                                    "step",
                                    modal.at("/attempt/step/name").asText(),
                                    "answer",
                                    Map.of("kind", "scanned", "code", forged)))
                    .must();
            assertThat(refused.at("/attempt/problem").isMissingNode()).isFalse();
            shop.api()
                    .post(
                            "/api/registers/R2/attempts/" + id + "/answers",
                            Map.of(
                                    "step",
                                    modal.at("/attempt/step/name").asText(),
                                    "answer",
                                    Map.of("kind", "cancelled")))
                    .must();
            shop.api().post("/api/registers/R2/sales/" + other + "/cancellation", Map.of("receipts", Map.of()));
        }

        void ends() {
            JsonNode modal = shop.api().get("/api/registers/R1").must();
            says(modal, Map.of("kind", "confirmed"));
            shop.api()
                    .post("/api/registers/R1/sales/" + sale + "/completion", "")
                    .must();
        }

        private JsonNode says(JsonNode modal, Map<String, Object> answer) {
            return shop.api()
                    .post(
                            "/api/registers/R1/attempts/" + attempt + "/answers",
                            Map.of("step", modal.at("/attempt/step/name").asText(), "answer", answer))
                    .must();
        }
    }

    /** Everywhere. Of each place something known is found, so that it was looked at. */
    private void look(String when) throws IOException {
        shop.provider().codes().forEach(code -> hidden.add("scanned code", code));
        wire.tokens().forEach(token -> hidden.add("token of the provider", token));
        answers();
        console(when);
        shop.api().cookies().forEach(cookie -> hidden.add("session", cookie));
        assertThat(files(when)).as("files that were looked at").contains(clientId, "gym-visit", "SQLite format");
        hidden.in("the console, " + when, shop.till().console().getBytes(StandardCharsets.UTF_8))
                .ifPresent(leaks::add);
    }

    /** Every endpoint that reads, from the description, so that none is forgotten. */
    private void answers() throws IOException {
        JsonNode forms = shop.api().get("/api/config/forms").must();
        Map<String, String> values = Map.of(
                "register", "R1",
                "sale",
                        shop.api()
                                .get("/api/registers/R1")
                                .must()
                                .at("/sale/id")
                                .asText("none"),
                "factoryPid", forms.at("/0/factoryPid").asText(),
                "configuration", forms.at("/0/configurations/0/id").asText());
        for (String path : ApiDescription.reads(values)) {
            String body = shop.api().page(path, "").body();
            hidden.in("the answer to " + path, body.getBytes(StandardCharsets.ISO_8859_1))
                    .ifPresent(leaks::add);
        }
        shop.api().post("/api/health", "");
        assertThat(forms.toString()).contains(clientId);
    }

    /** Every page of the web console that links lead to. */
    private void console(String when) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(
                "/system/console/bundles.json",
                "/system/console/services.json",
                "/system/console/components.json",
                "/system/console/configMgr",
                "/system/console/status-Configurations.txt",
                "/system/console/status-Services.txt",
                "/system/console/status-System%20Properties.txt"));
        StringBuilder all = new StringBuilder();
        while (!open.isEmpty() && seen.size() < MOST_PAGES) {
            String page = open.remove();
            if (!seen.add(page) || page.contains("logout") || page.contains("/res/")) {
                continue;
            }
            String body = shop.api().page(page, "admin:" + CONSOLE).body();
            all.append(body);
            hidden.in(page + " of the web console, " + when, body.getBytes(StandardCharsets.ISO_8859_1))
                    .ifPresent(leaks::add);
            Matcher links = LINK.matcher(body);
            while (links.find()) {
                open.add(links.group(1).replace(" ", "%20").replace("&amp;", "&"));
            }
        }
        assertThat(open).as("pages of the web console that nobody looked at").isEmpty();
        assertThat(all.toString()).as("the web console").contains("io.kassa.smartum", clientId);
    }

    private String files(String when) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(shop.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = content(file);
                hidden.in(shop.data().relativize(file) + ", " + when, content).ifPresent(leaks::add);
                all.append(new String(content, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }
}
