package io.kassa.pos.scan;

import java.util.function.Function;

/** A picture, or why there is none. */
sealed interface Decoded {

    record Sound(Grey picture) implements Decoded {}

    record Refused(Reading.Reason reason) implements Decoded {}

    default Reading map(Function<Reading.Reason, Reading> refused, Function<Grey, Reading> sound) {
        return this instanceof Sound it ? sound.apply(it.picture()) : refused.apply(((Refused) this).reason());
    }
}
