package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.view.SaleViews;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import java.util.Optional;

/** What is said of a receipt that another payment has: which sale that pays, and where its money is now. */
public final class UsedReceipt {

    private final Desk desk;

    public UsedReceipt(Desk desk) {
        this.desk = desk;
    }

    /** @param here the sale that wanted it */
    public Guidance words(Transaction tx, SaleId here, PaymentReference reference, Claim.Held holder) {
        if (holder.sale().equals(here)) {
            return desk.words().guidance(Refusal.REFERENCE_USED_HERE, holder.sale(), reference.id());
        }
        Optional<Sale> sale = new SaleTable(tx).find(holder.sale());
        Optional<Money> back = sale.map(paid -> SaleViews.refunded(tx, paid).get(holder.attempt()))
                .filter(Money::isPositive);
        if (back.isEmpty()) {
            return desk.words().guidance(Refusal.REFERENCE_USED, holder.sale(), reference.id());
        }
        boolean all = sale.flatMap(paid -> paid.tender(holder.attempt()))
                .map(Tender::kept)
                .filter(back.get()::equals)
                .isPresent();
        Refusal refusal = all ? Refusal.REFERENCE_USED_RETURNED : Refusal.REFERENCE_USED_PARTLY_RETURNED;
        return desk.words().guidance(refusal, holder.sale(), reference.id(), back.get());
    }
}
