package io.kassa.pos.host.receipts;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.text.Message;

/**
 * Where money of a completed sale is booked. Together they are what the customer gave and did not get back.
 *
 * @param attempt the payment, or the part of a refund
 * @param account as it was set when the payment began; blank when none was
 * @param amount below zero for what went back
 */
public record Booking(AttemptId attempt, Message method, Kind kind, String account, Money amount) {

    public enum Kind {
        /** What paid the sale, cash rounding included. */
        PAYMENT,
        /** What paid nothing and was not given back. */
        SURPLUS,
        REFUND,
        SURPLUS_REFUND
    }
}
