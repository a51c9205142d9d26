package io.kassa.pos.web;

import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.scan.CodeReader;
import io.kassa.pos.web.api.AboutApi;
import io.kassa.pos.web.api.Areas;
import io.kassa.pos.web.api.DeploymentsApi;
import io.kassa.pos.web.api.EventsApi;
import io.kassa.pos.web.api.Facade;
import io.kassa.pos.web.api.FormsApi;
import io.kassa.pos.web.api.HealthApi;
import io.kassa.pos.web.api.InView;
import io.kassa.pos.web.api.LoginApi;
import io.kassa.pos.web.api.MetricsApi;
import io.kassa.pos.web.api.PairingApi;
import io.kassa.pos.web.api.PeopleApi;
import io.kassa.pos.web.api.PictureApi;
import io.kassa.pos.web.api.Pictures;
import io.kassa.pos.web.api.ReceiptsApi;
import io.kassa.pos.web.api.ScannerApi;
import io.kassa.pos.web.api.Secrets;
import io.kassa.pos.web.api.SellingApi;
import io.kassa.pos.web.api.SerialApi;
import io.kassa.pos.web.api.SessionViews;
import io.kassa.pos.web.api.SetupApi;
import io.kassa.pos.web.api.WorklistApi;
import io.kassa.pos.web.events.EventStreams;
import io.kassa.pos.web.events.Ticker;
import io.kassa.pos.web.http.Authorities;
import io.kassa.pos.web.http.Doorkeeper;
import io.kassa.pos.web.http.ScrapeToken;
import io.kassa.pos.web.login.Browsers;
import io.kassa.pos.web.login.Csrf;
import io.kassa.pos.web.login.Sessions;
import io.kassa.pos.web.login.Tokens;
import io.kassa.pos.web.metrics.Exposition;
import io.kassa.pos.web.metrics.Meters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the API together: what it needs from outside comes in, the rest is made here. */
record Wiring(Areas areas, Doorkeeper doorkeeper, EventStreams streams) {

    /** How this till runs. */
    record Till(
            String version,
            Optional<String> sandbox,
            Authorities authorities,
            ScrapeToken scrapers,
            Meters meters,
            Duration heartbeat,
            Ticker ticker) {}

    static Wiring of(
            Facade host,
            Supplier<Optional<Deployments>> deployments,
            Till till,
            InstantSource clock,
            Tokens tokens,
            CodeReader reader) {
        var csrf = new Csrf(tokens);
        var sessions = new Sessions(clock, tokens, host.logins());
        var streams = new EventStreams(host.changes(), host.selling(), sessions, till.heartbeat(), till.ticker());
        var views = new SessionViews(host.people(), tokens, csrf);
        var secrets = new Secrets(clock);
        var pictures = new Pictures(reader);
        var areas = new Areas(
                new AboutApi(host.shop(), till.version(), till.sandbox()),
                new LoginApi(host.people(), sessions, views, streams),
                new PairingApi(host.selling(), host.pairings(), tokens, views, streams),
                new SellingApi(host.selling()),
                new PictureApi(host.selling(), host.receipts(), pictures, new InView(clock, till.meters()::answered)),
                new ScannerApi(pictures),
                new SerialApi(host.selling(), host.setup(), streams, clock),
                new ReceiptsApi(host.receipts()),
                new WorklistApi(host.receipts()),
                new SetupApi(host.setup()),
                new FormsApi(host.setup(), secrets),
                new DeploymentsApi(deployments, secrets),
                new PeopleApi(host.people(), sessions, streams, secrets),
                new EventsApi(streams),
                new HealthApi(host.health()),
                new MetricsApi(new Exposition(till.meters(), host.backlog(), clock)));
        var browsers = new Browsers(host.pairings(), host.selling(), host.shop().demo());
        var doorkeeper = new Doorkeeper(sessions, browsers, csrf, till.authorities(), till.scrapers());
        return new Wiring(areas, doorkeeper, streams);
    }
}
