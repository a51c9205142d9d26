package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.plugin.text.Reason;

/** What is said of a transaction that another payment has. The claim tells which one; what went back of it, Smartum knows. */
final class Used {

    private final Smartum smartum;
    private final Reason here;
    private final Reason elsewhere;
    private final Reason partly;
    private final Reason returned;

    private Used(Smartum smartum, Reason here, Reason elsewhere, Reason partly, Reason returned) {
        this.smartum = smartum;
        this.here = here;
        this.elsewhere = elsewhere;
        this.partly = partly;
        this.returned = returned;
    }

    /** Of a receipt that is to pay a sale. */
    static Used paying(Smartum smartum) {
        return new Used(smartum, Reason.USED_HERE, Reason.USED, Reason.USED_PARTLY_RETURNED, Reason.USED_RETURNED);
    }

    /** Of an id that is said to be that of a payment in the books. */
    static Used comparing(Smartum smartum) {
        return new Used(
                smartum,
                Reason.VERIFY_USED_HERE,
                Reason.VERIFY_USED,
                Reason.VERIFY_USED_PARTLY_RETURNED,
                Reason.VERIFY_USED_RETURNED);
    }

    /** Asks Smartum what went back. Where it does not say, the money is where the books have it. */
    Guidance asked(TransactionId id, Claim.Held held, SaleId sale) {
        if (held.sale().equals(sale)) {
            return booked(id, held, sale);
        }
        ApiResult<Transaction> answer =
                smartum.api().lookUp(id, smartum.settings().timing().lookUp());
        return answer instanceof Ok<Transaction> ok && ok.value().refunded() > 0
                ? returned(id, held, ok.value())
                : booked(id, held, sale);
    }

    /** Of one that was just looked up, or whose sale had no time to be refunded. */
    Guidance booked(TransactionId id, Claim.Held held, SaleId sale) {
        Reason reason = held.sale().equals(sale) ? here : elsewhere;
        return smartum.say().because(reason, held.sale(), held.since(), id);
    }

    private Guidance returned(TransactionId id, Claim.Held held, Transaction transaction) {
        Reason reason = transaction.refunded() < transaction.cents() ? partly : returned;
        return smartum.say().because(reason, held.sale(), held.since(), id, Money.euro(transaction.refunded()));
    }
}
