package io.kassa.pos.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of a till whose API is not there, and what they are told in its place. */
class ClosedTillTest {

    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Path page = Files.writeString(folder.resolve("index.html"), "<!doctype html>the pages");
        Site site = new Site(Map.of("/index.html", page.toUri().toURL()));
        ServletContextHandler handler = new ServletContextHandler();
        handler.addServlet(new ServletHolder(new SiteServlet(site)), "/*");
        server.setHandler(handler);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void thePagesAreThere() throws Exception {
        assertThat(ask("GET", "/").body()).contains("the pages");
        assertThat(ask("POST", "/").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/about", "POST, /api/session", "PUT, /api/setup/products/x", "GET, /metrics"})
    void whatNeedsAnOpenTillIsToldInWordsThatItIsClosed(String method, String path) throws Exception {
        HttpResponse<String> answer = ask(method, path);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("problem+json");
        assertThat(answer.body()).contains("\"happened\"", "\"money\"", "\"next\"", "\"fi\"", "\"sv\"");
    }

    @Test
    void whoLooksAfterItIsToldThatItIsNotWell() throws Exception {
        assertThat(ask("GET", "/health").statusCode()).isEqualTo(503);
        assertThat(ask("GET", "/health").body()).isEqualTo("not ok\n");
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(server.getURI().resolve(path).toString()))
                                .timeout(Duration.ofSeconds(10))
                                .method(method, BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.ofString());
    }
}
