package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages are files of the bundle, and nothing but those. */
class SiteTest {

    private static TillServer till;

    @BeforeAll
    static void start() {
        till = TillServer.shop();
    }

    @AfterAll
    static void stop() {
        till.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/register", "/register/1", "/receipts", "/receipts/R1-000001", "/configuration/smartum"})
    void drawsPagesOnTheFirstOne(String path) {
        HttpResponse<String> response = till.browser().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(response.body()).contains("<title>Till</title>");
    }

    @ParameterizedTest
    @CsvSource({"/till.js,text/javascript;charset=utf-8", "/css/till.css,text/css;charset=utf-8"})
    void servesFilesWithTheirType(String path, String type) {
        HttpResponse<String> response = till.browser().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase(type);
    }

    @Test
    void sendsAFileAgainOnlyWhenItChanged() {
        Browser browser = till.browser();
        String tag = browser.get("/till.js").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = browser.send(browser.request("/till.js").header("If-None-Match", tag));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        HttpResponse<String> other = browser.send(browser.request("/till.js").header("If-None-Match", "\"x\""));
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/css",
                "/css/",
                "/../pom.xml",
                "/css/../../simplelogger.properties",
                "/css/..%2f..%2fsimplelogger.properties",
                "/%2e%2e/simplelogger.properties",
                "/css/..;/..;/simplelogger.properties",
                "/..\\simplelogger.properties",
                "//etc/passwd",
                "/openapi.json",
                "/ApiServlet.class",
                "/META-INF/MANIFEST.MF"
            })
    void servesNothingElse(String path) throws IOException {
        assertThat(status("GET", path)).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void changesNothingAndEchoesNothing(String method) throws IOException {
        assertThat(status(method, "/index.html")).isEqualTo(405);
    }

    @Test
    void saysHowLargeAFileIsWithoutSendingIt() {
        Browser browser = till.browser();
        HttpResponse<String> head = browser.send(browser.request("/till.js").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    /** Past every client that would tidy the path up. */
    private static int status(String method, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", till.port())) {
            socket.setSoTimeout(5000);
            String request = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + till.port()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
