package io.kassa.pos.host.selling;

import java.util.List;
import java.util.Optional;

/**
 * All that a register page shows.
 *
 * @param revision grows with every change, so that a page ignores what arrives late
 * @param catalogue the version of what can be sold, which is asked for apart
 * @param sale the open sale, or the one completed last until the next begins; empty before the first
 * @param methods the methods added to this register, in order
 * @param attempt the payment under way
 * @param unused payments "paid, not used" that the next sale can take
 */
public record RegisterView(
        String id,
        String name,
        long revision,
        boolean demo,
        long catalogue,
        Optional<SaleView> sale,
        List<MethodButton> methods,
        Optional<AttemptView> attempt,
        List<UnusedPayment> unused) {}
