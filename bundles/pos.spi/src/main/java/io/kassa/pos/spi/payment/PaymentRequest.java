package io.kassa.pos.spi.payment;

import io.kassa.pos.spi.money.Money;
import java.time.Instant;

/**
 * @param attempt the host's name for this try
 * @param sale the sale that is paid
 * @param due what is left to pay, above zero
 * @param eligible the part of it that this method may pay, above zero and at most {@code due}
 * @param startedAt when the attempt began, also when it is told again after a restart
 */
public record PaymentRequest(AttemptId attempt, SaleId sale, Money due, Money eligible, Instant startedAt) {

    public PaymentRequest {
        if (!due.isPositive() || !eligible.isPositive() || eligible.isMoreThan(due)) {
            throw new IllegalArgumentException("0 < eligible <= due does not hold");
        }
    }
}
