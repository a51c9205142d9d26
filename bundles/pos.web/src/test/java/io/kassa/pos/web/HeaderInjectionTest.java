package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.web.Description.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent with a line break in it makes no header of an answer, and is not in one: tried at every endpoint, past any client. */
class HeaderInjectionTest {

    private static final String EVIL = "X-Evil";

    private static TillServer till;
    private final Description description = new Description();

    HeaderInjectionTest() throws IOException {}

    @BeforeAll
    static void start() throws IOException {
        till = TillServer.shop();
        new Visitors(till);
    }

    @AfterAll
    static void stop() {
        till.close();
    }

    /** CR and LF, LF alone, CR alone, and letters whose last bytes are CR and LF. */
    static Stream<String> breaks() {
        return Stream.of("%0d%0a", "%0D%0A%20", "%0a", "%0d", "%E5%98%8D%E5%98%8A", "%250d%250a", "%00%0d%0a")
                .map(ends -> "1" + ends + EVIL + ":%20yes");
    }

    @TestFactory
    Stream<DynamicTest> inNamesAndQueries() {
        return breaks().flatMap(text -> each(text, operation -> operation.withEverywhere(text), ""));
    }

    @TestFactory
    Stream<DynamicTest> inBodies() {
        return each("a body", operation -> operation.example("1"), "1\\r\\n" + EVIL + ": yes");
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void inAddressesOfPages(String text) {
        for (String page : new String[] {"/", "/register/", "/receipts?query=", "/till.js?", "/nowhere/"}) {
            harmless(Wire.head(till.port(), request(till.browser().opens(), "GET", page + text, "")));
        }
    }

    /** A cookie that we made comes back, one that somebody else made does not. */
    @ParameterizedTest
    @MethodSource("breaks")
    void inCookies(String text) {
        for (String path : new String[] {"/api/session", "/api/about", "/"}) {
            harmless(Wire.head(
                    till.port(),
                    "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + till.port() + "\r\nCookie: kassa-session=" + text
                            + "; kassa-browser=" + text + "\r\nConnection: close\r\n\r\n"));
        }
    }

    private interface Address {
        String of(Operation operation);
    }

    private Stream<DynamicTest> each(String what, Address address, String text) {
        return description.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation + " " + what, () -> {
                    String body = operation.input().isMissingNode()
                            ? ""
                            : Bodies.of(description, operation.input()).toString();
                    String changed = text.isEmpty() ? body : body.replace("\"1\"", "\"" + text + "\"");
                    // a new one each time: some operations end the session
                    Browser admin = till.browser().asAdmin();
                    String head =
                            Wire.head(till.port(), request(admin, operation.method(), address.of(operation), changed));
                    harmless(head);
                }));
    }

    private static String request(Browser browser, String method, String address, String body) {
        return method + " " + address + " HTTP/1.1\r\nHost: 127.0.0.1:" + till.port() + "\r\nOrigin: " + browser.origin
                + "\r\n" + browser.head() + "Content-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static void harmless(String head) {
        assertThat(head).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase(EVIL);
        assertThat(Wire.status(head)).isLessThan(500);
    }
}
