package io.kassa.pos.host.receipts;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.List;

/**
 * A sale receipt in a list.
 *
 * @param refunding whether a refund is under way
 * @param cancelled whether the sale was given up, so that nothing was bought
 */
public record ReceiptSummary(
        SaleId sale,
        String register,
        String cashier,
        Instant closedAt,
        Money total,
        Money refunded,
        boolean refunding,
        List<Message> methods,
        boolean cancelled) {}
