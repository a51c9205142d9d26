package io.kassa.pos.host.sale;

import java.util.Optional;

/**
 * Where a payment in the books came from, which says who looks after it later: the method that took it, or one that speaks the
 * same scheme.
 *
 * @param method the id of the method that took it
 * @param scheme of its provider's references, also where the payment's own reference is not known; empty when only that method
 *     can look after it
 */
public record Origin(String method, Optional<String> scheme) {

    /** For what nobody else may do in its place. */
    public static Origin only(String method) {
        return new Origin(method, Optional.empty());
    }
}
