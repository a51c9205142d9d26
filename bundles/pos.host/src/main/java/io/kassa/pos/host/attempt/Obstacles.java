package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.CashRounding;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.text.Guidance;
import java.util.Optional;

/** What keeps a payment out of its sale, though its method says that it was made. */
final class Obstacles {

    private final Desk desk;

    Obstacles(Desk desk) {
        this.desk = desk;
    }

    /** What a method must not say (rule P3). */
    Optional<Guidance> wrong(Attempt attempt, PaymentOutcome.Paid paid) {
        return paid.applied().currency().equals(attempt.due().currency())
                        && !paid.applied().isMoreThan(attempt.eligible())
                ? Optional.empty()
                : Optional.of(desk.words().guidance(Refusal.METHOD_WRONG, attempt.methodName()));
    }

    /** @param fits whether what it pays can be placed on the lines */
    Optional<Guidance> of(Transaction tx, Attempt attempt, Sale sale, Tender tender, boolean fits) {
        if (!fits || !sale.isOpen()) {
            return Optional.of(desk.words().guidance(Refusal.METHOD_WRONG, attempt.methodName()));
        }
        boolean coins = CashRounding.isHandedOver(tender.tendered())
                || tender.tendered().equals(attempt.due());
        if (tender.givesChange() && new MethodTable(tx).rounds(tender.method()) && !coins) {
            return Optional.of(desk.words().guidance(Refusal.CASH_ROUNDED, attempt.due()));
        }
        if (tender.isVouchedFor()) {
            Money attested = sale.tenders().stream()
                    .filter(Tender::isVouchedFor)
                    .map(Tender::tendered)
                    .reduce(tender.tendered(), Money::plus);
            Money most = desk.limits().attestedPerSale();
            if (!attested.currency().equals(most.currency()) || attested.isMoreThan(most)) {
                return Optional.of(desk.words().guidance(Refusal.ATTEST_LIMIT, most));
            }
        }
        return Optional.empty();
    }
}
