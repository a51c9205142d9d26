package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wapiti, a scanner of web applications that nobody of us wrote, let loose on a till: with an admin's session, on every page. */
class AutomatedScanTest {

    private static final Path SCANNER = Path.of("/usr/bin/wapiti");

    /** Those that need nobody outside. */
    private static final String RULES = "cookieflags,csp,http_headers,methods,crlf,redirect,file,exec,sql,blindsql,"
            + "xss,permanentxss,backup,htaccess,shellshock,csrf";

    /**
     * Browsers have dropped the first, and it did harm while they had it. The second says something only over TLS, and there it would
     * speak for everything else on the machine too.
     */
    private static final List<String> ON_PURPOSE =
            List.of("X-XSS-Protection is not set", "Strict-Transport-Security is not set");

    @TempDir
    Path folder;

    @Test
    void findsNothing() throws Exception {
        assumeTrue(Files.isExecutable(SCANNER), "wapiti is not installed: apt-get install wapiti");
        try (Shop shop = Shop.at(folder, List.of("R1"))) {
            shop.serve(Stories.story(0, 1), "R1");
            JsonNode report = scan(shop);
            List<String> findings = new ArrayList<>();
            for (String kind : List.of("vulnerabilities", "anomalies")) {
                report.path(kind)
                        .properties()
                        .forEach(found -> found.getValue()
                                .forEach(one -> findings.add(one.path("info").asText())));
            }
            cameToItsEnd();
            sawWhatAnAdminSees(shop);
            assertThat(report.path("vulnerabilities").size()).as("rules").isGreaterThan(10);
            assertThat(findings).containsExactlyInAnyOrderElementsOf(ON_PURPOSE);
            assertThat(shop.api().get("/api/registers/R1").isGood())
                    .as("it sells on")
                    .isTrue();
        }
    }

    private JsonNode scan(Shop shop) throws IOException, InterruptedException {
        String root = shop.till().root().toString();
        Path report = folder.resolve("report.json");
        List<String> command = new ArrayList<>(
                List.of(SCANNER.toString(), "-u", root + "/", "--scope", "domain", "-m", RULES, "-f", "json"));
        command.addAll(List.of("-o", report.toString(), "--store-session", folder.toString(), "--no-bugreport"));
        command.addAll(List.of("--max-scan-time", "60", "-H", "Cookie: kassa-session=" + session(shop)));
        command.addAll(List.of("-s", root + "/receipts?query=a", "-s", root + "/register/R1"));
        for (String path : reads()) {
            command.addAll(List.of("-s", root + path));
        }
        Process scanner = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("scan.out").toFile())
                .start();
        if (!scanner.waitFor(180, TimeUnit.SECONDS)) {
            scanner.destroyForcibly();
            throw new AssertionError("it did not come to an end: " + output());
        }
        assertThat(report).as(output()).exists();
        return TillApi.JSON.readTree(Files.readAllBytes(report));
    }

    private static String session(Shop shop) {
        return shop.api().cookies().get(0);
    }

    /** What an admin reads of the API. */
    private static List<String> reads() throws IOException {
        Map<String, String> values =
                Map.of("register", "R1", "sale", "1", "factoryPid", "io.kassa.smartum", "configuration", "x");
        Map<String, String> queries = Map.of("/api/receipts", "?query=a&most=5", "/api/health", "?tag=live");
        return ApiDescription.reads(values).stream()
                .map(path -> path + queries.getOrDefault(path, ""))
                .toList();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("scan.out"));
    }

    /** No rule was left out, and none was cut short. */
    private void cameToItsEnd() throws IOException {
        assertThat(output())
                .contains(Stream.of(RULES.split(","))
                        .map(rule -> "Launching module " + rule)
                        .toList())
                .doesNotContain("time was reached", "skipped due to network issues", "Could not find", "Traceback");
    }

    /** Wherever an admin is answered, it was answered too. */
    private void sawWhatAnAdminSees(Shop shop) throws IOException, SQLException {
        Map<String, Integer> statuses = statuses();
        List<String> answered =
                reads().stream().filter(path -> shop.api().status(path) == 200).toList();
        assertThat(answered).contains("/api/config/people", "/api/receipts?query=a&most=5", "/metrics");
        for (String path : answered) {
            assertThat(statuses.get(URI.create(path).getPath())).as(path).isEqualTo(200);
        }
    }

    /** What it noted itself about each path when it came there first. */
    private Map<String, Integer> statuses() throws IOException, SQLException {
        Map<String, Integer> statuses = new HashMap<>();
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*.db")) {
            String file = "jdbc:sqlite:" + notes.iterator().next();
            try (Connection connection = DriverManager.getConnection(file);
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select path, http_status from paths where headers is not null")) {
                while (rows.next()) {
                    statuses.put(URI.create(rows.getString(1)).getPath(), rows.getInt(2));
                }
            }
        }
        return statuses;
    }
}
