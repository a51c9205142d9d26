package io.kassa.pos.shell.method;

import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.product.ProductLabelFilter;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** A method as it is there at this moment. */
public record Offer(
        ServiceReference<PaymentMethod> reference,
        PaymentMethod method,
        MethodInfo info,
        Optional<ProductLabelFilter> filter) {

    /** Whether it has to have a filter and has none: closed, never open (rule F2). */
    public boolean isClosed() {
        return info.filtered() && filter.isEmpty();
    }

    /** Whether it may pay for a product with these labels. A filter that throws, against rule F1, accepts nothing. */
    public boolean accepts(Set<ProductLabel> labels) {
        if (isClosed()) {
            return false;
        }
        try {
            return filter.map(asked -> asked.accepts(labels)).orElse(true);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether the service is still registered; once it is not, nothing that it gave out may be used. */
    public boolean serves() {
        return reference.getBundle() != null;
    }

    public Version version() {
        return Methods.version(reference);
    }
}
