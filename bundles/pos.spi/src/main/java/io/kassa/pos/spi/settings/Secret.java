package io.kassa.pos.spi.settings;

import java.util.Objects;

/** A secret that prints {@code ***}. Reveal it only where it is used, and do not keep what was revealed. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
