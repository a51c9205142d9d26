package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
        command.addAll(List.of(
                "--max-scan-time",
                "60",
                "-H",
                "Cookie: kassa-session=" + shop.api().cookies().get(0)));
        command.addAll(List.of("-s", root + "/receipts?query=a", "-s", root + "/register/R1"));
        Map<String, String> values =
                Map.of("register", "R1", "sale", "1", "factoryPid", "io.kassa.smartum", "configuration", "x");
        for (String path : ApiDescription.reads(values)) {
            String query =
                    path.equals("/api/receipts") ? "?query=a&most=5" : path.equals("/api/health") ? "?tag=live" : "";
            command.addAll(List.of("-s", root + path + query));
        }
        Process scanner = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("scan.out").toFile())
                .start();
        if (!scanner.waitFor(180, TimeUnit.SECONDS)) {
            scanner.destroyForcibly();
        }
        assertThat(report).as(Files.readString(folder.resolve("scan.out"))).exists();
        return TillApi.JSON.readTree(Files.readAllBytes(report));
    }
}
