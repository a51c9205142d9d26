package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The till is started again: whoever was logged in still is, and nobody else. */
class RestartTest {

    private static final String ADMIN = "{\"kind\":\"password\",\"name\":\"admin\",\"password\":\"demo-admin-2026\"}";
    private static final String AINO = "{\"kind\":\"pin\",\"name\":\"Aino\",\"pin\":\"1234\",\"register\":\"R1\"}";
    private static final String AINO_SAVED =
            "{\"role\":\"CASHIER\",\"mayAttest\":true,\"active\":true,\"secret\":\"%s\"}";

    @TempDir
    Path folder;

    private RealHost host;
    private TillServer till;
    private Browser browser;

    @BeforeEach
    void open() {
        start();
        browser = till.browser().opens();
    }

    @AfterEach
    void close() {
        till.close();
        host.close();
    }

    @Test
    void aLoginGoesOnUnderAFreshToken() {
        logIn(ADMIN);
        String before = browser.csrf;
        restart(Duration.ofMinutes(1));
        assertThat(browser.send("PUT", "/api/registers/R1/pairing", "").statusCode())
                .as("with the token from before")
                .isEqualTo(403);
        assertThat(browser.opens().csrf).isNotEqualTo(before);
        assertThat(browser.send("PUT", "/api/registers/R1/pairing", "").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/api/config/people").statusCode()).isEqualTo(200);
    }

    @Test
    void aCashiersLoginKeepsItsRegisterAndItsPlace() {
        logIn(ADMIN);
        browser.send("PUT", "/api/registers/R1/pairing", "");
        logIn(AINO);
        restart(Duration.ofMinutes(1));
        var session = Browser.json(browser.get("/api/session"));
        assertThat(session.at("/actor/name").asText()).isEqualTo("Aino");
        assertThat(session.at("/register").asText()).isEqualTo("R1");
        assertThat(browser.get("/api/registers/R1").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/registers/R2").statusCode()).isEqualTo(403);
    }

    @Test
    void aLogoutStays() {
        logIn(ADMIN);
        var left = browser.cookies.get("kassa-session");
        browser.send("DELETE", "/api/session", "");
        browser.cookies.put("kassa-session", left);
        restart(Duration.ofMinutes(1));
        assertThat(browser.get("/api/config/people").statusCode()).isEqualTo(401);
    }

    @Test
    void idleTimeGoesOnWhileTheTillIsOff() {
        logIn(ADMIN);
        restart(Duration.ofMinutes(30));
        assertThat(browser.get("/api/config/people").statusCode()).isEqualTo(401);
    }

    @Test
    void aLoginThatIsUsedOutlivesItsIdleTimeToo() {
        logIn(ADMIN);
        for (int i = 0; i < 4; i++) {
            till.pass(Duration.ofMinutes(20));
            assertThat(browser.get("/api/config/people").statusCode()).isEqualTo(200);
        }
        // its use is noted after the answer: the next one on the same connection comes after the note
        browser.get("/api/about");
        restart(Duration.ofMinutes(20));
        assertThat(browser.get("/api/config/people").statusCode()).isEqualTo(200);
        assertThat(browser.opens()
                        .send("PUT", "/api/config/people/Aino", AINO_SAVED.formatted("4321"))
                        .statusCode())
                .as("a password that was said long ago")
                .isEqualTo(403);
    }

    @Test
    void aNewPinEndsWhatWasBegunWithTheOldOne() {
        logIn(ADMIN);
        browser.send("PUT", "/api/registers/R1/pairing", "");
        Browser admin = till.browser();
        admin.cookies.putAll(browser.cookies);
        admin.csrf = browser.csrf;
        // another login of the same browser, and the admin's goes on
        browser.cookies.remove("kassa-session");
        browser.opens();
        logIn(AINO);
        assertThat(admin.send("PUT", "/api/config/people/Aino", AINO_SAVED.formatted("4321"))
                        .statusCode())
                .isEqualTo(200);
        restart(Duration.ofMinutes(1));
        assertThat(browser.get("/api/registers/R1").statusCode()).isEqualTo(401);
    }

    private void logIn(String how) {
        var answer = browser.send("POST", "/api/session", how);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        browser.csrf = Browser.json(answer).path("csrf").asText();
    }

    private void start() {
        host = new RealHost(folder);
        till = TillServer.before(host.facade);
    }

    private void restart(Duration later) {
        Duration passed = till.passed();
        close();
        start();
        till.pass(passed.plus(later));
        Browser same = till.browser();
        same.cookies.putAll(browser.cookies);
        same.csrf = browser.csrf;
        browser = same;
    }
}
