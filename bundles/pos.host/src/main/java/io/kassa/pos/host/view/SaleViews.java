package io.kassa.pos.host.view;

import io.kassa.pos.host.sale.CartLine;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.selling.LineView;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.host.selling.TenderView;
import io.kassa.pos.host.store.RefundTable;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.product.ProductLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Draws sales. */
public final class SaleViews {

    private SaleViews() {}

    /** Payment to what went back of it, known for sure. */
    public static Map<AttemptId, Money> refunded(Transaction tx, Sale sale) {
        Map<AttemptId, Money> refunded = new HashMap<>();
        if (sale.isOpen()) {
            // nothing goes back before a sale has ended
            return refunded;
        }
        Money none = Money.zero(sale.cart().currency());
        new RefundTable(tx)
                .back(sale.id(), sale.cart().currency())
                .forEach((payment, lines) ->
                        refunded.put(payment, lines.values().stream().reduce(none, Money::plus)));
        return refunded;
    }

    public static SaleView of(Sale sale, Map<AttemptId, Money> refunded) {
        SortedMap<Integer, Money> amounts = sale.cart().amounts();
        List<LineView> lines = sale.cart().lines().stream()
                .map(line -> line(line, amounts.get(line.number()), sale))
                .toList();
        Money none = Money.zero(sale.cart().currency());
        List<TenderView> tenders = sale.tenders().stream()
                .map(tender -> tender(tender, refunded.getOrDefault(tender.attempt(), none), sale.isOpen()))
                .toList();
        return new SaleView(
                sale.id(),
                SaleView.State.valueOf(sale.state().name()),
                sale.register(),
                sale.cashier(),
                sale.openedAt(),
                sale.closedAt(),
                lines,
                tenders,
                sale.due(),
                sale.tendered(),
                sale.left(),
                sale.change(),
                sale.rounding());
    }

    private static LineView line(CartLine line, Money amount, Sale sale) {
        Money none = Money.zero(amount.currency());
        Money paid = sale.tenders().stream()
                .map(tender -> tender.shares().getOrDefault(line.number(), none))
                .reduce(none, Money::plus);
        return new LineView(
                line.number(),
                line.product(),
                line.name(),
                line.labels().stream().map(ProductLabel::name).collect(Collectors.toUnmodifiableSet()),
                line.quantity(),
                line.unitPrice(),
                line.unitPrice().times(line.quantity()).minus(amount),
                line.discount(),
                line.discountable(line.quantity()).isPositive(),
                amount,
                paid);
    }

    private static TenderView tender(Tender tender, Money refunded, boolean open) {
        return new TenderView(
                tender.attempt(),
                tender.method(),
                tender.methodName(),
                tender.tendered(),
                tender.applied(),
                tender.surplus(),
                tender.change(),
                tender.rounding(),
                refunded,
                tender.evidence(),
                tender.isVouchedFor(),
                tender.reference(),
                tender.receiptLines(),
                tender.paidAt(),
                open && tender.isRemovable());
    }
}
