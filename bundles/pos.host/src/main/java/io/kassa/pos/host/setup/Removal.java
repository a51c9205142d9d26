package io.kassa.pos.host.setup;

import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of payments when a configuration is deleted; to be read before it is. The numbers count what nobody would look
 * after any more: it waits until a method of the same provider is there again, and nothing of it is lost.
 *
 * @param keeper who refunds, verifies and inquires from then on
 * @param refundable payments of which something could still go back, as the till's books have it; the provider may have closed
 *     its window for some
 * @param newest when the last of them was paid
 * @param open payments and refunds under way
 * @param unknown payments and refunds whose end the till still asks for, and payments that the provider has not confirmed yet
 */
public record Removal(Optional<Keeper> keeper, int refundable, Optional<Instant> newest, int open, int unknown) {

    /** @param method its id */
    public record Keeper(String method, Message name) {}
}
