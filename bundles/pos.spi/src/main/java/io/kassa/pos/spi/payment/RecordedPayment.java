package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A payment as the host's books have it.
 *
 * @param attempt the attempt that paid
 * @param sale the sale that was paid
 * @param tendered what the customer gave
 * @param applied the part of it that paid the sale; the rest is surplus
 * @param refunded what went back already, all refunds together
 * @param reference the provider's id, where it is known
 * @param paidAt when it was booked
 * @param particulars what the plug-in recorded with {@link PaymentOutcome.Paid}, unchanged; with a scheme they may come from
 *     another configuration of the same provider (rule R6)
 */
public record RecordedPayment(
        AttemptId attempt,
        SaleId sale,
        Money tendered,
        Money applied,
        Money refunded,
        Optional<PaymentReference> reference,
        Evidence evidence,
        Instant paidAt,
        Map<String, String> particulars) {

    public RecordedPayment {
        particulars = Map.copyOf(particulars);
        if (!applied.isPositive() || applied.isMoreThan(tendered) || refunded.isMoreThan(tendered)) {
            throw new IllegalArgumentException("0 < applied <= tendered and refunded <= tendered do not hold");
        }
    }

    /** The most that can still go back (rule R1). */
    public Money refundable() {
        return tendered.minus(refunded);
    }
}
