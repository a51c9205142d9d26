package io.kassa.pos.host.common;

import io.kassa.pos.spi.text.Guidance;

/** How a command ended: with a value, or refused with words and nothing changed. */
public sealed interface Result<T> {

    record Ok<T>(T value) implements Result<T> {}

    record Refused<T>(Kind kind, Guidance guidance) implements Result<T> {}

    enum Kind {
        /** The thing is not there. */
        NOT_FOUND,
        /** The input has a wrong form or value. */
        INVALID,
        /** This person may not. */
        FORBIDDEN,
        /** Not in this state; somebody else may have been faster. */
        CONFLICT,
        /** The books or a plug-in cannot be reached at the moment. */
        UNAVAILABLE
    }
}
