package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.common.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What protects the pages from other pages, before and after login. */
class SafeguardsTest {

    private final TillServer till = TillServer.shop();

    @AfterEach
    void stop() {
        till.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/till.js", "/nowhere", "/api/about", "/api/registers/1", "/api/nowhere"})
    void saysOnEveryAnswerWhatAPageMayDo(String path) {
        HttpResponse<String> response = till.browser().get(path);
        assertThat(header(response, "Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(response, "Permissions-Policy")).contains("camera=(self)", "microphone=()");
        assertThat(header(response, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        boolean kept = path.equals("/") || path.equals("/till.js");
        assertThat(header(response, "Cache-Control")).isEqualTo(kept ? "no-cache" : "no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "localhost", "127.0.0.1:1", "127.0.0.1:PORT.evil.example"})
    void answersToNoNameButItsOwn(String host) throws IOException {
        // a port that is no number is refused by the server before it comes to us
        assertThat(statusFor(host.replace("PORT", "" + till.port()))).containsAnyOf(" 421 ", " 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT", "till.example"})
    void answersToItsOwnNames(String host) throws IOException {
        assertThat(statusFor(host.replace("PORT", "" + till.port()))).contains(" 200 ");
    }

    @Test
    void givesCookiesThatNoScriptAndNoOtherSiteCanUse() {
        HttpResponse<String> response = till.browser().get("/api/session");
        assertThat(header(response, "Set-Cookie"))
                .matches("kassa-session=[A-Za-z0-9_-]{43}; .*")
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Expires", "Domain");
    }

    @Test
    void givesANewCookieAndANewTokenAtLoginAndAtLogout() {
        Browser browser = till.browser().opens();
        String before = browser.cookies.get("kassa-session");
        String csrfBefore = browser.csrf;
        browser.asAdmin();
        String during = browser.cookies.get("kassa-session");
        assertThat(during).isNotEqualTo(before);
        assertThat(browser.csrf).isNotEqualTo(csrfBefore);
        browser.send("DELETE", "/api/session", "");
        assertThat(browser.cookies.get("kassa-session")).isNotEqualTo(during).isNotEqualTo(before);
        browser.cookies.put("kassa-session", during);
        assertThat(browser.get("/api/registers").statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoSessionIdThatAnotherChose() {
        Browser browser = till.browser();
        String planted = "A".repeat(43);
        browser.cookies.put("kassa-session", planted);
        browser.asAdmin();
        assertThat(browser.cookies.get("kassa-session")).isNotEqualTo(planted);
    }

    @Test
    void pairsNoBrowserUnderANameThatAnotherChose() {
        Browser browser = till.browser();
        String planted = "A".repeat(43);
        browser.cookies.put("kassa-browser", planted);
        browser.asPairedCashier("1");
        String given = browser.cookies.get("kassa-browser");
        assertThat(given).isNotEqualTo(planted);
        Browser attacker = till.browser();
        attacker.cookies.put("kassa-browser", planted);
        assertThat(Browser.json(attacker.get("/api/session")).path("paired")).isEmpty();

        browser.asAdmin().send("PUT", "/api/registers/2/pairing", "");
        assertThat(browser.cookies.get("kassa-browser")).isEqualTo(given);
    }

    @Test
    void takesAPinOnlyAtAPairedBrowser() {
        Browser browser = till.browser().opens();
        String pin = "{\"kind\":\"pin\",\"name\":\"Aino\",\"pin\":\"" + SampleHost.PIN + "\",\"register\":\"1\"}";
        assertThat(browser.send("POST", "/api/session", pin).statusCode()).isEqualTo(403);
        assertThat(till.host.asked).noneMatch(asked -> asked.method().equals("pin"));
        browser.asPairedCashier("1");
        assertThat(browser.get("/api/registers/1").statusCode()).isEqualTo(200);
    }

    @Test
    void showsACashierTheRegistersOfTheBrowserOnly() {
        Browser cashier = till.browser().asPairedCashier("1");
        assertThat(Browser.json(cashier.get("/api/registers")).findValuesAsText("id"))
                .containsExactly("1");
    }

    @Test
    void strangersWhoSendSlowlyKeepNobodyFromSelling() throws IOException {
        Browser cashier = till.browser().asPairedCashier("1");
        List<Socket> slow = new ArrayList<>();
        try {
            String line = "{\"product\":\"p\",\"quantity\":1}";
            await(() -> {
                // one more each time: one that comes while this page asks is sent away itself
                slow.add(beginning("/api/session", ""));
                return till.browser().send("POST", "/api/session", line).statusCode() == 503;
            });
            assertThat(cashier.send("POST", "/api/registers/1/lines", line).statusCode())
                    .isEqualTo(200);
            assertThat(till.browser().get("/api/session").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await(() -> till.browser().opens().send("POST", "/api/session", "{}").statusCode() == 400);
    }

    @Test
    void onePersonWhoSendsSlowlyKeepsNobodyElseFromSelling_howeverOftenTheyLogIn() throws IOException {
        Browser slowly = till.browser().asPairedCashier("1");
        Browser admin = till.browser().asAdmin();
        String line = "{\"product\":\"p\",\"quantity\":1}";
        List<Socket> slow = new ArrayList<>();
        try {
            await(() -> {
                slow.add(beginning("/api/registers/1/lines", slowly.head()));
                return slowly.send("POST", "/api/registers/1/lines", line).statusCode() == 503;
            });
            assertThat(slow).hasSizeBetween(60, 100);
            slowly.cookies.remove("kassa-session");
            slowly.asCashier("1");
            assertThat(slowly.send("POST", "/api/registers/1/lines", line).statusCode())
                    .isEqualTo(503);
            assertThat(slowly.get("/api/registers/1").statusCode()).isEqualTo(200);
            assertThat(admin.send("POST", "/api/registers/1/lines", line).statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await(() -> slowly.send("POST", "/api/registers/1/lines", line).statusCode() == 200);
    }

    @Test
    void severalWhoSendSlowlyTogetherKeepNobodyElseFromSelling() throws IOException {
        Browser cashier = till.browser().asPairedCashier("1");
        String line = "{\"product\":\"p\",\"quantity\":1}";
        List<Socket> slow = new ArrayList<>();
        try {
            for (String name : List.of("Eino", "Maija", "Mikko", "Sanna")) {
                till.host.answer("password", arguments -> new Result.Ok<>(new Actor(name, Role.ADMIN, true)));
                Browser slowly = till.browser().asAdmin();
                await(() -> {
                    slow.add(beginning("/api/registers/1/lines", slowly.head()));
                    return slowly.send("POST", "/api/registers/1/lines", line).statusCode() == 503;
                });
            }
            assertThat(cashier.send("POST", "/api/registers/1/lines", line).statusCode())
                    .isEqualTo(200);
            assertThat(cashier.get("/").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** A request whose body never comes. */
    private Socket beginning(String path, String head) {
        int port = till.port();
        return Wire.begin(
                port,
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nOrigin: http://127.0.0.1:" + port
                        + "\r\nContent-Type: application/json\r\n" + head + "Content-Length: 5000\r\n\r\n{");
    }

    private static void await(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @Test
    void takesABrowserOnThisMachineForPairedInTheDemoOnly() {
        try (TillServer demo = TillServer.demo()) {
            assertThat(Browser.json(demo.browser().get("/api/session")).path("paired"))
                    .hasSize(2);
            demo.browser().asCashier("2");
        }
        assertThat(Browser.json(till.browser().get("/api/session")).path("paired"))
                .isEmpty();
    }

    @Test
    void tellsHowToLogInAndWhereTheSandboxIsInTheDemoOnly() {
        try (TillServer demo = TillServer.demo()) {
            var about = Browser.json(demo.browser().get("/api/about"));
            assertThat(about.at("/demoLogins/0/secret").asText()).isEqualTo(SampleHost.PIN);
            assertThat(about.path("sandbox").asText()).startsWith("http://127.0.0.1");
        }
        var about = Browser.json(till.browser().get("/api/about"));
        assertThat(about.has("demoLogins") || about.has("sandbox")).isFalse();
    }

    @Test
    void knowsThatAProxyTookTheEncryptionOff() throws IOException {
        assertThat(login("proxied.example", "https://proxied.example")).contains(" 200 ", "; Secure");
        assertThat(login("proxied.example", "http://proxied.example")).contains(" 403 ");
        assertThat(login("till.example", "https://till.example")).contains(" 403 ");
        assertThat(login("till.example", "http://till.example"))
                .contains(" 200 ")
                .doesNotContain("; Secure");
    }

    /** The head of the answer. */
    private String login(String host, String origin) throws IOException {
        Browser browser = till.browser().opens();
        String body = "{\"kind\":\"password\",\"name\":\"Anna\",\"password\":\"" + SampleHost.PASSWORD + "\"}";
        return Wire.exchange(
                till.port(),
                "POST /api/session HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin + "\r\nX-Csrf-Token: "
                        + browser.csrf + "\r\nCookie: kassa-session=" + browser.cookies.get("kassa-session")
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body);
    }

    private String statusFor(String host) {
        String answer = Wire.exchange(
                till.port(), "GET /api/about HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        return answer.substring(0, answer.indexOf('\r'));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
