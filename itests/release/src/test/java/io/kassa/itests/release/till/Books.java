package io.kassa.itests.release.till;

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

/** Books that nothing can be written into: no money is taken in this till. */
final class Books implements PaymentLedger {

    @Override
    public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
        throw new UnsupportedOperationException("No books");
    }

    @Override
    public Optional<Claim.Held> holder(PaymentReference reference) {
        throw new UnsupportedOperationException("No books");
    }

    @Override
    public Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
        throw new UnsupportedOperationException("No books");
    }

    @Override
    public Optional<Intent.Open> intent(AttemptId attempt) {
        throw new UnsupportedOperationException("No books");
    }

    @Override
    public boolean sending(AttemptId attempt, Intent.Open known) {
        throw new UnsupportedOperationException("No books");
    }

    @Override
    public List<OpenIntent> openIntents() {
        throw new UnsupportedOperationException("No books");
    }
}
