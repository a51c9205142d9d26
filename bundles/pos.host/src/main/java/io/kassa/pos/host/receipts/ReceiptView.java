package io.kassa.pos.host.receipts;

import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.spi.money.Money;
import java.util.List;

/**
 * A sale receipt with all that can be done with it.
 *
 * @param refundable what can still go back, line by line
 * @param surplus what can still go back beyond the lines, with a full refund
 * @param bookings the accounts of a completed sale
 */
public record ReceiptView(
        SaleView sale,
        String shop,
        boolean demo,
        List<LineRefund> refundable,
        Money surplus,
        Money refunded,
        List<RefundView> refunds,
        List<Booking> bookings) {

    /** @param amount the most that can still go back for this line */
    public record LineRefund(int line, Money amount) {}
}
