package io.kassa.pos.host.refund;

import io.kassa.pos.host.cash.HandMethod;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Origin;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways by which a payment can go back: its own method (or whoever looks after its payments when that is gone), and what was paid
 * in cash also through the card terminal. What was paid without change never goes back as cash.
 */
final class Ways {

    /** A method that can pay back. */
    record Way(String method, Message name) {}

    private final Desk desk;

    Ways(Desk desk) {
        this.desk = desk;
    }

    /**
     * Waits for methods of a sale that are being replaced; never inside a transaction.
     *
     * @return whether all are there
     */
    boolean await(SaleId id) {
        Optional<Sale> sale = desk.books().read(tx -> new SaleTable(tx).find(id));
        return sale.map(Sale::tenders).orElse(List.of()).stream()
                .map(Tender::origin)
                .distinct()
                .allMatch(origin ->
                        desk.methods().await(origin, desk.limits().absence()).isPresent());
    }

    List<Way> of(Tender tender) {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(tender.method(), tender.methodName()));
        if (tender.givesChange()) {
            for (String other : List.of(HandMethod.CASH, HandMethod.CARD)) {
                desk.methods()
                        .find(other)
                        .filter(there -> !other.equals(tender.method()))
                        .ifPresent(there -> ways.add(new Way(other, there.info().name())));
            }
        }
        return ways;
    }

    /** Who pays it back when that way is chosen. */
    static Origin origin(Tender tender, Way way) {
        return way.method().equals(tender.method()) ? tender.origin() : Origin.only(way.method());
    }

    /** Why nothing can go back by that method now. */
    Optional<Guidance> obstacle(Tender tender, Way way) {
        return desk.methods().find(origin(tender, way)).isPresent()
                ? Optional.empty()
                : Optional.of(desk.words().guidance(Refusal.REFUND_METHOD_AWAY, way.name()));
    }
}
