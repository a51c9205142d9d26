package io.kassa.pos.host.attempt;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.spi.text.Guidance;

/** Why an answer was not passed on. */
public record Refused(Result.Kind kind, Guidance guidance) {

    public static Refused unavailable(Guidance guidance) {
        return new Refused(Result.Kind.UNAVAILABLE, guidance);
    }

    public <T> Result<T> result() {
        return new Result.Refused<>(kind, guidance);
    }
}
