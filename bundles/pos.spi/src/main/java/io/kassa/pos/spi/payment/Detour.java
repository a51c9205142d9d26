package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.text.Message;
import java.util.Objects;

/**
 * Another way on from a step, drawn as a second button, such as "Enter number" beside a scan.
 *
 * @param attested whether it leads to a payment that nobody but the cashier vouches for ({@link Evidence#ATTESTED}); a host
 *     may ask for a permission and a reason before it goes on, and limit the amount
 */
public record Detour(String id, Message label, boolean attested) {

    public Detour {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
    }
}
