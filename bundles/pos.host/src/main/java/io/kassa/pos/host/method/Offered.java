package io.kassa.pos.host.method;

import io.kassa.pos.host.sale.Cart;
import io.kassa.pos.host.sale.CartLine;
import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A payment method as it is offered at this moment.
 *
 * @param version of the plug-in that serves it
 */
public record Offered(PaymentMethod service, MethodInfo info, String version, Optional<ProductLabelFilter> filter) {

    /** Whether its filter is missing: closed, never open (rule F2). */
    public boolean isClosed() {
        return info.filtered() && filter.isEmpty();
    }

    /** The lines that it may pay; empty when it may pay every line. */
    public Optional<Set<Integer>> only(Cart cart) {
        if (isClosed()) {
            return Optional.of(Set.of());
        }
        return filter.map(accepting -> cart.lines().stream()
                .filter(line -> accepts(accepting, line))
                .map(CartLine::number)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** A filter that breaks rule F1 and throws accepts nothing: closed, never open. */
    private static boolean accepts(ProductLabelFilter filter, CartLine line) {
        try {
            return filter.accepts(line.labels());
        } catch (RuntimeException e) {
            return false;
        }
    }
}
