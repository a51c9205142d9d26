package io.kassa.pos.host.selling;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One payment of a sale.
 *
 * @param attempt its id
 * @param applied what it settles of the sale
 * @param surplus the part that pays nothing and is not given back
 * @param change the part given back in cash
 * @param rounding what cash rounding put on what it settles, or took off: it and {@code applied} are what the customer paid
 * @param vouchedFor whether nobody but a cashier says that it was made, so that its transaction id can be added
 * @param removable whether a cashier may take it out of the open sale again (nothing moved outside the till)
 */
public record TenderView(
        AttemptId attempt,
        String method,
        Message methodName,
        Money tendered,
        Money applied,
        Money surplus,
        Money change,
        Money rounding,
        Money refunded,
        Evidence evidence,
        boolean vouchedFor,
        Optional<PaymentReference> reference,
        List<Message> receiptLines,
        Instant paidAt,
        boolean removable) {}
