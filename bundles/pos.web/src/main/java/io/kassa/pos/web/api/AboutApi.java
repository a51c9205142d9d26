package io.kassa.pos.web.api;

import io.kassa.pos.spi.text.Texts;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What this till is. */
public final class AboutApi {

    private static final String DESCRIPTION = "/io/kassa/pos/web/openapi.json";

    private final About about;

    record About(
            String shop,
            boolean demo,
            String version,
            List<String> languages,
            Optional<List<Demo.DemoLogin>> demoLogins,
            Optional<String> sandbox) {}

    public AboutApi(String shop, String version, Demo demo) {
        Optional<List<Demo.DemoLogin>> logins = demo.on() ? Optional.of(demo.logins()) : Optional.empty();
        about = new About(shop, demo.on(), version, Texts.LANGUAGES, logins, demo.sandbox());
    }

    Reply about(Call call) {
        return Reply.ok(about);
    }

    Reply description(Call call) {
        try (InputStream in = AboutApi.class.getResourceAsStream(DESCRIPTION)) {
            return new Reply.Raw("application/json", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(DESCRIPTION, e);
        }
    }
}
