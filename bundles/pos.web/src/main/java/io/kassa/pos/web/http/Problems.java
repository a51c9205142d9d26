package io.kassa.pos.web.http;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Texts;
import java.time.ZoneOffset;

/** Refusals as what a page shows. */
final class Problems {

    private final Texts texts = Texts.beside(Problems.class, "refusal", ZoneOffset.UTC);

    /** @param kind as in the API's description */
    record Problem(String kind, Guidance guidance) {}

    Reply of(Refused refused) {
        Refusal refusal = refused.refusal();
        var happened = refused.place().isEmpty()
                ? texts.message(refusal.key())
                : texts.message(refusal.key() + ".at", refused.place());
        var guidance = new Guidance(
                happened,
                texts.message(refusal.mayHaveStored() ? "web.money.as-stored" : "web.money.untouched"),
                texts.message(refusal.key() + ".next"));
        return new Reply.Json(refusal.status(), new Problem(refusal.kind(), guidance));
    }

    static Reply of(Result.Refused<?> refused) {
        int status = switch (refused.kind()) {
            case NOT_FOUND -> 404;
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
        };
        return new Reply.Json(status, new Problem(refused.kind().name(), refused.guidance()));
    }
}
