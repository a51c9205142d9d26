package io.kassa.pos.spi.product;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says which products a payment method may pay for. Published with the same service property
 * {@code payment.method.id} as its method.
 *
 * <ul>
 *   <li><b>F1</b> It is pure (the same labels, the same answer), fast (it is asked for each line at each change of a sale,
 *       and never blocks), and never throws.
 *   <li><b>F2</b> A filter without its method is ignored. A method whose {@code MethodInfo.filtered()} says that one is
 *       configured is not offered while its filter is missing: closed, never open.
 * </ul>
 */
@ConsumerType
public interface ProductLabelFilter {

    boolean accepts(Set<ProductLabel> labels);
}
