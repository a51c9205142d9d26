package io.kassa.pos.host.refund;

import io.kassa.pos.host.receipts.Booking;
import io.kassa.pos.host.sale.RefundPlan;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.RefundTable;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws on which accounts a completed sale is booked: a surplus on its own, and off it again when it goes back. Source: BRP's help
 * page on payment methods, "does not allow change" with its surplus account.
 */
final class Bookings {

    private final List<Booking> all = new ArrayList<>();

    private Bookings() {}

    static List<Booking> of(Transaction tx, Sale sale) {
        Bookings bookings = new Bookings();
        if (sale.state() == Sale.State.COMPLETED) {
            AttemptTable attempts = new AttemptTable(tx);
            sale.tenders()
                    .forEach(tender -> attempts.find(tender.attempt()).ifPresent(paid -> bookings.paid(paid, tender)));
            attempts.refunded(sale.id()).forEach(part -> bookings.wentBack(tx, part));
        }
        return List.copyOf(bookings.all);
    }

    private void paid(Attempt attempt, Tender tender) {
        Money paid = tender.kept().minus(tender.surplus());
        add(attempt, Booking.Kind.PAYMENT, attempt.terms().account(), paid);
        add(attempt, Booking.Kind.SURPLUS, attempt.terms().surplusAccount(), tender.surplus());
    }

    private void wentBack(Transaction tx, Attempt part) {
        Money none = Money.zero(part.due().currency());
        Money surplus = new RefundTable(tx).shares(part.id(), none.currency()).getOrDefault(RefundPlan.SURPLUS, none);
        add(
                part,
                Booking.Kind.REFUND,
                part.terms().account(),
                part.due().minus(surplus).negated());
        add(part, Booking.Kind.SURPLUS_REFUND, part.terms().surplusAccount(), surplus.negated());
    }

    private void add(Attempt attempt, Booking.Kind kind, String account, Money amount) {
        if (!amount.isZero()) {
            all.add(new Booking(attempt.id(), attempt.methodName(), kind, account, amount));
        }
    }
}
