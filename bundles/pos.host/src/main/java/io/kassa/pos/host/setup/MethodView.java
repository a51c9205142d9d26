package io.kassa.pos.host.setup;

import io.kassa.pos.spi.text.Message;
import java.util.List;

/**
 * A payment method in Configuration → Payment Methods.
 *
 * @param state whether it can be used, and if not, why: see {@code problems}
 * @param version of the plug-in that serves it
 * @param openPayments attempts under way; a disabled method lets them finish
 */
public record MethodView(
        String id,
        Message name,
        State state,
        String version,
        List<Message> problems,
        MethodSettings settings,
        boolean givesChange,
        boolean filtered,
        int openPayments) {

    public enum State {
        /** The service registry has it, and everything it needs. */
        AVAILABLE,
        /** It is there, but its product-label filter is missing: closed. */
        CLOSED,
        /** It was enabled before, and nothing offers it now. */
        MISSING
    }
}
