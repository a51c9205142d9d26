package io.kassa.itests.frameworks.kit;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.OpenIntent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books that a component keeps while the ones behind them change from test to test. */
final class SwitchedBooks implements PaymentLedger {

    private volatile PaymentLedger books;

    SwitchedBooks(PaymentLedger books) {
        this.books = books;
    }

    void to(PaymentLedger others) {
        books = others;
    }

    @Override
    public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
        return books.claim(reference, attempt, sale);
    }

    @Override
    public Optional<Claim.Held> holder(PaymentReference reference) {
        return books.holder(reference);
    }

    @Override
    public Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
        return books.intend(reference, attempt, sale, seen);
    }

    @Override
    public Optional<Intent.Open> intent(AttemptId attempt) {
        return books.intent(attempt);
    }

    @Override
    public boolean sending(AttemptId attempt, Intent.Open known) {
        return books.sending(attempt, known);
    }

    @Override
    public List<OpenIntent> openIntents() {
        return books.openIntents();
    }
}
