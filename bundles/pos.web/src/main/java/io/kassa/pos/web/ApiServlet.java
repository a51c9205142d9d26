package io.kassa.pos.web;

import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.host.common.Changes;
import io.kassa.pos.host.common.ShopInfo;
import io.kassa.pos.host.health.Health;
import io.kassa.pos.host.outcomes.Backlog;
import io.kassa.pos.host.people.Logins;
import io.kassa.pos.host.people.Pairings;
import io.kassa.pos.host.people.People;
import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.host.scanners.SerialScanners;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.scan.CodeReader;
import io.kassa.pos.spi.settings.SecretSource;
import io.kassa.pos.web.api.Endpoints;
import io.kassa.pos.web.api.Facade;
import io.kassa.pos.web.events.Ticker;
import io.kassa.pos.web.http.Authorities;
import io.kassa.pos.web.http.Router;
import io.kassa.pos.web.http.ScrapeToken;
import io.kassa.pos.web.http.TillContext;
import io.kassa.pos.web.login.Tokens;
import io.kassa.pos.web.metrics.Meters;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The API. The framework property {@code kassa.demo.sandbox} is the address of the provider's stand-in in the demo; {@code
 * kassa.metrics.token} refers to the token of whoever collects the metrics.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/api/*", "/health", "/metrics"})
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardContextSelect(TillContext.SELECT)
public final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A camera sends some pictures a second. */
    private static final Duration READING = Duration.ofMillis(600);

    /** May come and go: a till is open without it, and its pages say that nothing can be deployed. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile Deployments deployments;

    private final transient Wiring wiring;
    private final transient Router router;

    @Activate
    public ApiServlet(
            BundleContext context,
            @Reference ShopInfo shop,
            @Reference Selling selling,
            @Reference Receipts receipts,
            @Reference Setup setup,
            @Reference People people,
            @Reference Pairings pairings,
            @Reference Logins logins,
            @Reference Changes changes,
            @Reference Health health,
            @Reference Backlog backlog,
            @Reference Meters meters,
            @Reference SecretSource secrets) {
        this.wiring = Wiring.of(
                new Facade(shop, selling, receipts, setup, people, pairings, logins, changes, health, backlog),
                () -> Optional.ofNullable(deployments),
                new Wiring.Till(
                        context.getBundle().getVersion().toString(),
                        Optional.ofNullable(context.getProperty("kassa.demo.sandbox")),
                        Authorities.of(context),
                        new ScrapeToken(Optional.ofNullable(context.getProperty("kassa.metrics.token")), secrets),
                        meters,
                        HEARTBEAT,
                        Ticker.system()),
                InstantSource.system(),
                new Tokens(new SecureRandom()),
                new CodeReader(READING));
        this.router = new Router(Endpoints.of(wiring.areas()), wiring.doorkeeper());
    }

    ApiServlet(Wiring wiring) {
        this.wiring = wiring;
        this.router = new Router(Endpoints.of(wiring.areas()), wiring.doorkeeper());
    }

    /** May come and go: a till is open without it, and its pages say that there are no serial ports. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bind(SerialScanners scanners) {
        wiring.areas().serial().attach(scanners);
    }

    void unbind(SerialScanners scanners) {
        wiring.areas().serial().detach(scanners);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        router.handle(request, response);
    }

    @Deactivate
    void deactivate() throws Exception {
        wiring.streams().close();
    }
}
