package io.kassa.pos.host.text;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import io.kassa.pos.spi.text.Texts;
import java.time.ZoneId;

/** What the till itself says to people. */
public final class Words {

    private final Texts texts;

    public Words(ZoneId zone) {
        this.texts = Texts.beside(Words.class, "till", zone);
    }

    public Message say(String code, Object... arguments) {
        return texts.message(code, arguments);
    }

    /** All three parts are given the same arguments. */
    public Guidance guidance(Refusal refusal, Object... arguments) {
        return new Guidance(
                say(refusal.code(), arguments),
                say(refusal.money().code(), arguments),
                say(refusal.code() + ".next", arguments));
    }

    public <T> Result<T> refuse(Refusal refusal, Object... arguments) {
        return new Result.Refused<>(refusal.kind(), guidance(refusal, arguments));
    }

    Iterable<String> codes() {
        return texts.codes();
    }
}
