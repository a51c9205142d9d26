package io.kassa.pos.web;

import io.kassa.pos.scan.CodeReader;
import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.web.api.Facade;
import io.kassa.pos.web.events.Ticker;
import io.kassa.pos.web.http.Authorities;
import io.kassa.pos.web.http.Safeguards;
import io.kassa.pos.web.http.ScrapeToken;
import io.kassa.pos.web.login.Tokens;
import io.kassa.pos.web.metrics.Meters;
import io.kassa.pos.web.site.Site;
import io.kassa.pos.web.site.SiteServlet;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The servlets as a till runs them, on a port of its own, in front of a host of samples. */
final class TillServer implements AutoCloseable {

    private static final Authorities AUTHORITIES = new Authorities("till.example, https://proxied.example");
    static final Duration HEARTBEAT = Duration.ofMillis(200);

    final SampleHost host;
    final SampleDeployments deployments = new SampleDeployments();
    final SampleScanners scanners = new SampleScanners();
    final Meters meters = new Meters();
    final Wiring wiring;
    volatile boolean deploys = true;
    volatile Optional<Secret> token = Optional.empty();
    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Instant begun = Instant.parse("2026-05-04T10:00:00Z");
    private volatile Instant now = begun;
    private final Queue<Due> due = new ConcurrentLinkedQueue<>();

    private TillServer(SampleHost host, Facade facade) throws Exception {
        this.host = host;
        InstantSource clock = () -> now;
        wiring = Wiring.of(
                facade,
                () -> deploys ? Optional.of(deployments) : Optional.empty(),
                new Wiring.Till(
                        "1.0.0",
                        Optional.of("http://127.0.0.1:1"),
                        AUTHORITIES,
                        new ScrapeToken(Optional.of("$[secret:metrics]"), reference -> token),
                        meters,
                        HEARTBEAT,
                        new PassedTime()),
                clock,
                new Tokens(new SecureRandom()),
                new CodeReader(Duration.ofSeconds(5)));
        wiring.areas().serial().attach(scanners);
        var handler = new ServletContextHandler();
        handler.addFilter(new FilterHolder(new Safeguards(AUTHORITIES)), "/*", EnumSet.allOf(DispatcherType.class));
        var api = new ServletHolder(new ApiServlet(wiring));
        api.setAsyncSupported(true);
        handler.addServlet(api, "/api/*");
        handler.addServlet(api, "/health");
        handler.addServlet(api, "/metrics");
        handler.addServlet(new ServletHolder(new SiteServlet(new Site(site()))), "/*");
        handler.getServletHandler().setDecodeAmbiguousURIs(false);
        server.setHandler(handler);
        server.start();
    }

    static TillServer shop() {
        return sampled(false);
    }

    static TillServer demo() {
        return sampled(true);
    }

    private static TillServer sampled(boolean demo) {
        var host = new SampleHost();
        return start(host, host.facade(demo));
    }

    /** In front of a real host. */
    static TillServer before(Facade facade) {
        return start(new SampleHost(), facade);
    }

    private static TillServer start(SampleHost host, Facade facade) {
        try {
            return new TillServer(host, facade);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, URL> site() throws IOException {
        Path folder = Path.of("src/test/resources/site");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> "/" + folder.relativize(file), TillServer::url));
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
        due.stream()
                .filter(each -> !each.at().isAfter(now))
                .filter(due::remove)
                .forEach(each -> each.work().run());
    }

    private record Due(Instant at, Runnable work) {}

    private final class PassedTime implements Ticker {
        @Override
        public long nanos() {
            return passed().toNanos();
        }

        @Override
        public void after(Duration time, Runnable work) {
            due.add(new Due(now.plus(time), work));
        }
    }

    /** How much time has been let pass. */
    Duration passed() {
        return Duration.between(begun, now);
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    Browser browser() {
        return new Browser(client, port());
    }

    @Override
    public void close() {
        try {
            wiring.streams().close();
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
