package io.kassa.pos.web.api;

import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refusal;
import io.kassa.pos.web.http.Refused;
import java.time.InstantSource;

/** Secrets are changed only by somebody who said their password lately: a page that was left open is not enough. */
public record Secrets(InstantSource clock) {

    void checkPassword(Call call) throws Refused {
        if (!call.session().orElseThrow().passwordIsFresh(clock.instant())) {
            throw new Refused(Refusal.PASSWORD_AGAIN);
        }
    }
}
