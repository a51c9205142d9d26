package io.kassa.pos.host.refund;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.receipts.ReceiptSummary;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.RefundView;
import io.kassa.pos.host.sale.RefundPlan;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.RefundTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.view.AttemptViews;
import io.kassa.pos.host.view.SaleViews;
import io.kassa.pos.host.view.Shown;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws sale receipts; a refund part whose turn was dropped is begun again by looking at it. */
final class ReceiptViews {

    private final Desk desk;
    private final RefundConversations conversations;
    private final String shop;

    ReceiptViews(Desk desk, RefundConversations conversations, String shop) {
        this.desk = desk;
        this.conversations = conversations;
        this.shop = shop;
    }

    Result<ReceiptView> of(SaleId id) {
        Map<AttemptId, Shown> shown = goOn(id);
        return desk.books()
                .read(tx -> new SaleTable(tx)
                        .find(id)
                        .<Result<ReceiptView>>map(sale -> new Result.Ok<>(view(tx, sale, shown)))
                        .orElseGet(() -> desk.refuse(Refusal.RECEIPT_UNKNOWN)));
    }

    List<ReceiptSummary> search(String query, int most) {
        return desk.books()
                .read(tx -> new SaleTable(tx)
                        .search(query, most).stream()
                                .map(sale -> summary(tx, sale))
                                .toList());
    }

    /** Each part that ends without asking lets the next one begin. */
    private Map<AttemptId, Shown> goOn(SaleId sale) {
        Map<AttemptId, Shown> shown = new HashMap<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Attempt part : desk.books().read(tx -> new AttemptTable(tx).openRefunds(sale))) {
                if (!shown.containsKey(part.id())) {
                    shown.put(part.id(), conversations.show(part.id()));
                    more = true;
                }
            }
        }
        return shown;
    }

    private ReceiptView view(Transaction tx, Sale sale, Map<AttemptId, Shown> shown) {
        Currency currency = sale.cart().currency();
        List<RefundPlan.Source> sources = Plans.sources(tx, sale);
        List<ReceiptView.LineRefund> refundable = sale.cart().lines().stream()
                .map(line ->
                        new ReceiptView.LineRefund(line.number(), RefundPlan.open(sources, line.number(), currency)))
                .toList();
        Map<AttemptId, Money> refunded = SaleViews.refunded(tx, sale);
        return new ReceiptView(
                SaleViews.of(sale, refunded),
                shop,
                desk.limits().demo(),
                refundable,
                RefundPlan.open(sources, RefundPlan.SURPLUS, currency),
                refunded.values().stream().reduce(Money.zero(currency), Money::plus),
                new RefundTable(tx)
                        .of(sale.id()).stream()
                                .map(refund -> refund(refund, new AttemptTable(tx).parts(refund.id()), shown))
                                .toList(),
                Bookings.of(tx, sale));
    }

    private static RefundView refund(RefundTable.Refund refund, List<Attempt> parts, Map<AttemptId, Shown> shown) {
        Optional<Attempt> open = parts.stream().filter(Attempt::isOpen).findFirst();
        return new RefundView(
                refund.id(),
                refund.sale(),
                refund.startedAt(),
                refund.amount(),
                state(parts),
                parts.stream().map(ReceiptViews::part).toList(),
                open.map(part -> AttemptViews.of(part, Optional.ofNullable(shown.get(part.id())))));
    }

    private static RefundView.State state(List<Attempt> parts) {
        if (any(parts, Attempt.State.OPEN) || any(parts, Attempt.State.WAITING)) {
            return RefundView.State.UNDER_WAY;
        }
        if (any(parts, Attempt.State.UNKNOWN)) {
            return RefundView.State.NOT_KNOWN_YET;
        }
        if (!any(parts, Attempt.State.REFUNDED)) {
            return RefundView.State.NOTHING;
        }
        return parts.stream().allMatch(part -> part.state() == Attempt.State.REFUNDED)
                ? RefundView.State.DONE
                : RefundView.State.PARTLY;
    }

    private static boolean any(List<Attempt> parts, Attempt.State state) {
        return parts.stream().anyMatch(part -> part.state() == state);
    }

    private static RefundView.Part part(Attempt part) {
        RefundView.PartState state = switch (part.state()) {
            case WAITING -> RefundView.PartState.WAITING;
            case OPEN, PAID -> RefundView.PartState.ASKING;
            case REFUNDED -> RefundView.PartState.REFUNDED;
            case DECLINED -> RefundView.PartState.DECLINED;
            case CANCELLED -> RefundView.PartState.CANCELLED;
            case UNKNOWN -> RefundView.PartState.NOT_KNOWN_YET;
        };
        return new RefundView.Part(
                part.id(),
                part.payment().orElseThrow(),
                part.method(),
                part.methodName(),
                part.due(),
                state,
                part.guidance(),
                part.receiptLines());
    }

    private static ReceiptSummary summary(Transaction tx, Sale sale) {
        Money none = Money.zero(sale.cart().currency());
        return new ReceiptSummary(
                sale.id(),
                sale.register(),
                sale.cashier(),
                sale.closedAt().orElse(sale.openedAt()),
                sale.due(),
                SaleViews.refunded(tx, sale).values().stream().reduce(none, Money::plus),
                !new AttemptTable(tx).openRefunds(sale.id()).isEmpty(),
                sale.tenders().stream().map(Tender::methodName).distinct().toList(),
                sale.state() == Sale.State.CANCELLED);
    }
}
