package io.kassa.pos.host.selling;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.Optional;

/** A verified receipt of a cancelled sale: the customer's money has moved, and pays nothing yet. */
public record UnusedPayment(
        AttemptId attempt,
        SaleId cancelledSale,
        String register,
        String method,
        Message methodName,
        Money amount,
        Optional<PaymentReference> reference,
        Instant paidAt) {}
