package io.kassa.pos.host.selling;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sale as it stands.
 *
 * @param due what the lines cost, all discounts taken off
 * @param left what is still to be paid; zero when it can be completed
 * @param rounding what cash rounding put on what was due, or took off; zero before anything was paid in cash
 */
public record SaleView(
        SaleId id,
        State state,
        String register,
        String cashier,
        Instant openedAt,
        Optional<Instant> closedAt,
        List<LineView> lines,
        List<TenderView> tenders,
        Money due,
        Money tendered,
        Money left,
        Money change,
        Money rounding) {

    public enum State {
        OPEN,
        COMPLETED,
        CANCELLED
    }
}
