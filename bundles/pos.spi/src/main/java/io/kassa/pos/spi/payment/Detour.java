package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.text.Message;
import java.util.Objects;

/** Another way on from a step, drawn as a second button, such as "Enter number" beside a scan. */
public record Detour(String id, Message label) {

    public Detour {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
    }
}
