package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.money.Money;
import java.time.Instant;

/**
 * @param attempt the host's name for this try
 * @param sale the sale that is refunded, that of the payment
 * @param payment the payment that is undone, whole or in part
 * @param amount what goes back, above zero and at most {@link RecordedPayment#refundable()}
 * @param startedAt when the attempt began, also when it is told again after a restart
 */
public record RefundRequest(AttemptId attempt, SaleId sale, RecordedPayment payment, Money amount, Instant startedAt) {

    public RefundRequest {
        if (!amount.isPositive() || amount.isMoreThan(payment.refundable())) {
            throw new IllegalArgumentException("R1: 0 < amount <= refundable does not hold");
        }
        if (!sale.equals(payment.sale())) {
            throw new IllegalArgumentException("The payment belongs to another sale");
        }
    }
}
