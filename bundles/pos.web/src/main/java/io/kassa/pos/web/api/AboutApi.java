package io.kassa.pos.web.api;

import io.kassa.pos.host.common.ShopInfo;
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
            Optional<List<ShopInfo.Login>> demoLogins,
            Optional<String> sandbox) {}

    /** @param sandbox where the provider's stand-in is, in the demo */
    public AboutApi(ShopInfo shop, String version, Optional<String> sandbox) {
        about = new About(
                shop.name(),
                shop.demo(),
                version,
                Texts.LANGUAGES,
                Optional.of(shop.logins()).filter(logins -> shop.demo()),
                sandbox.filter(address -> shop.demo()));
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
