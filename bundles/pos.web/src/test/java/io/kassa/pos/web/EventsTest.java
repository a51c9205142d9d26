package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Changes.Topic;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.selling.RegisterView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages follow what changes, each what it may see, and none holds the till up. */
@Timeout(20)
class EventsTest {

    private final TillServer till = TillServer.shop();
    private final AtomicLong revision = new AtomicLong(1);
    private String padding = "";

    @BeforeEach
    void views() {
        till.host.answer("view", arguments -> new Result.Ok<>(view(String.valueOf(arguments.get(0)))));
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void aRegisterPageSeesTheRegisterAtOnceAndAtEveryChange() throws IOException {
        try (Stream stream = open(till.browser().asPairedCashier("1"), "?register=1")) {
            assertThat(stream.next()).isEqualTo("register 1 revision 1");
            change(Topic.REGISTER, "1");
            assertThat(stream.next()).isEqualTo("register 1 revision 2");
            revision.incrementAndGet();
            till.host.tell(Topic.SETUP, "");
            assertThat(stream.next()).isEqualTo("register 1 revision 3");
        }
    }

    @Test
    void aCashierHearsOfNoOtherRegisterAndNoConfiguration() throws IOException {
        try (Stream stream = open(till.browser().asPairedCashier("1"), "?register=1")) {
            stream.next();
            till.host.tell(Topic.REGISTER, "2");
            till.host.tell(Topic.SETUP, "x");
            till.host.tell(Topic.RECEIPT, "R1-000001");
            assertThat(stream.next()).isEqualTo("change {\"topic\":\"RECEIPT\",\"id\":\"R1-000001\"}");
            till.host.tell(Topic.WORKLIST, "");
            assertThat(stream.next()).isEqualTo("change {\"topic\":\"WORKLIST\",\"id\":\"\"}");
        }
    }

    @Test
    void anAdminHearsOfTheConfigurationAndOfEveryRegister() throws IOException {
        try (Stream stream = open(till.browser().asAdmin(), "")) {
            stream.comment();
            till.host.tell(Topic.SETUP, "x");
            assertThat(stream.next()).isEqualTo("change {\"topic\":\"SETUP\",\"id\":\"x\"}");
            till.host.tell(Topic.REGISTER, "2");
            assertThat(stream.next()).isEqualTo("change {\"topic\":\"REGISTER\",\"id\":\"2\"}");
        }
    }

    @Test
    void aCommentKeepsItOpenWhenNothingHappens() throws IOException {
        try (Stream stream = open(till.browser().asAdmin(), "")) {
            stream.comment();
            stream.comment();
        }
    }

    @Test
    void itEndsAtLogoutAndWithTheSession() throws IOException {
        Browser admin = till.browser().asAdmin();
        try (Stream stream = open(admin, "")) {
            stream.comment();
            admin.send("DELETE", "/api/session", "");
            assertThat(stream.ends()).isTrue();
        }
        Browser other = till.browser().asAdmin();
        try (Stream stream = open(other, "")) {
            stream.comment();
            till.pass(Duration.ofHours(1));
            assertThat(stream.ends()).isTrue();
        }
        assertThat(other.get("/api/events").statusCode()).isEqualTo(401);
    }

    @Test
    void onePersonCannotTakeTheStreamsOfOthers() throws IOException {
        Browser greedy = till.browser().asPairedCashier("1");
        List<Stream> streams = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            streams.add(open(greedy, "?register=1"));
        }
        assertThat(streams.get(0).ends()).as("the oldest of their own").isTrue();
        streams.get(79).next();
        try (Stream other = open(till.browser().asAdmin(), "")) {
            other.comment();
        }
        for (Stream stream : streams) {
            stream.close();
        }
    }

    @Test
    void itEndsWithThePairing() throws IOException {
        Browser cashier = till.browser().asPairedCashier("1");
        Browser admin = till.browser();
        admin.cookies.put("kassa-browser", cashier.cookies.get("kassa-browser"));
        try (Stream stream = open(cashier, "?register=1")) {
            stream.next();
            admin.asAdmin().send("DELETE", "/api/registers/1/pairing", "");
            assertThat(stream.ends()).isTrue();
        }
        assertThat(cashier.get("/api/events?register=1").statusCode()).isEqualTo(403);
    }

    @Test
    void aBrowserThatLeavesTakesItsThreadAlong() throws Exception {
        Browser admin = till.browser().asAdmin();
        try (Stream stream = open(admin, "?register=1")) {
            stream.next();
            assertThat(threads()).isPositive();
        }
        for (int tries = 0; threads() > 0 && tries < 100; tries++) {
            Thread.sleep(50);
        }
        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("kassa-events-"))
                .count();
    }

    @Test
    void aBrowserThatDoesNotReadKeepsNobodyWaiting() throws IOException {
        padding = "x".repeat(500_000);
        Browser admin = till.browser().asAdmin();
        try (Socket stuck = new Socket("127.0.0.1", till.port());
                Stream reading = open(admin, "?register=1")) {
            stuck.setReceiveBufferSize(1024);
            String request = "GET /api/events?register=1 HTTP/1.1\r\nHost: 127.0.0.1:" + till.port()
                    + "\r\nCookie: kassa-session=" + admin.cookies.get("kassa-session") + "\r\n\r\n";
            stuck.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            reading.next();
            long longest = 0;
            for (int i = 0; i < 60; i++) {
                long start = System.nanoTime();
                change(Topic.REGISTER, "1");
                longest = Math.max(longest, System.nanoTime() - start);
                reading.next();
            }
            assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofMillis(500));
        }
    }

    private void change(Topic topic, String id) {
        revision.incrementAndGet();
        till.host.tell(topic, id);
    }

    private RegisterView view(String id) {
        RegisterView sample = (RegisterView) Samples.of(RegisterView.class);
        return new RegisterView(
                id,
                "Register" + padding,
                revision.get(),
                sample.demo(),
                sample.catalogue(),
                sample.sale(),
                sample.methods(),
                sample.attempt(),
                sample.unused());
    }

    private Stream open(Browser browser, String query) {
        HttpResponse<InputStream> response =
                browser.send(browser.request("/api/events" + query), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new Stream(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    /** One stream as a page reads it. */
    private record Stream(BufferedReader lines) implements AutoCloseable {

        String next() throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    String data = lines.readLine().substring("data: ".length());
                    return line.substring("event: ".length()) + " " + (line.endsWith("register") ? brief(data) : data);
                }
            }
            throw new IOException("The stream ended");
        }

        private static String brief(String view) {
            List<String> parts = List.of(view.split("[\",:{}]+"));
            return parts.get(parts.indexOf("id") + 1) + " revision " + parts.get(parts.indexOf("revision") + 1);
        }

        void comment() throws IOException {
            String line = lines.readLine();
            while (!line.equals(":")) {
                line = lines.readLine();
            }
        }

        boolean ends() throws IOException {
            String line = lines.readLine();
            while (line != null) {
                line = lines.readLine();
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
