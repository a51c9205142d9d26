package io.kassa.pos.host.till;

import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.selling.UnusedPayment;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.view.SaleViews;
import io.kassa.pos.host.view.UnusedViews;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One consistent reading of all that a register page shows. */
record RegisterState(
        RegisterSettings register,
        long catalogue,
        Map<String, MethodTable.Known> methods,
        Optional<Sale> sale,
        Map<AttemptId, Money> refunded,
        Optional<Attempt> attempt,
        List<UnusedPayment> unused) {

    static Optional<RegisterState> read(Transaction tx, String register) {
        return read(tx, register, Optional.empty());
    }

    /** @param seen a sale at that register that is not read again if it is still as it was seen */
    static Optional<RegisterState> read(Transaction tx, String register, Optional<Sale> seen) {
        ShopTable shop = new ShopTable(tx);
        return shop.register(register).map(settings -> {
            Map<String, MethodTable.Known> methods = new LinkedHashMap<>();
            new MethodTable(tx).all().forEach(known -> methods.put(known.id(), known));
            Optional<Sale> sale = new SaleTable(tx).current(register, seen);
            return new RegisterState(
                    settings,
                    shop.catalogue(),
                    methods,
                    sale,
                    sale.map(one -> SaleViews.refunded(tx, one)).orElse(Map.of()),
                    new AttemptTable(tx).onScreen(register),
                    UnusedViews.all(tx));
        });
    }

    Optional<Sale> open() {
        return sale.filter(Sale::isOpen);
    }

    boolean isPaying() {
        return attempt.filter(Attempt::isOpen).isPresent();
    }
}
