package io.kassa.pos.spi.text;

import java.util.Objects;

/**
 * What a person at the counter reads when something is refused or not known: what happened, where the money is, what to do
 * now. {@code happened.code()} is the stable reason, used in metrics and tests.
 */
public record Guidance(Message happened, Message money, Message next) {

    public Guidance {
        Objects.requireNonNull(happened, "happened");
        Objects.requireNonNull(money, "money");
        Objects.requireNonNull(next, "next");
    }

    public String reason() {
        return happened.code();
    }
}
