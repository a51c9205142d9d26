package io.kassa.smartum.plugin;

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

/** Grants every claim and keeps none, for payments that never were; nothing is refunded with it. */
final class NoBooks implements PaymentLedger {
    @Override
    public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
        return new Claim.Granted();
    }

    @Override
    public Optional<Claim.Held> holder(PaymentReference reference) {
        return Optional.empty();
    }

    @Override
    public Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
        throw new UnsupportedOperationException("no refunds");
    }

    @Override
    public Optional<Intent.Open> intent(AttemptId attempt) {
        return Optional.empty();
    }

    @Override
    public boolean sending(AttemptId attempt, Intent.Open known) {
        return false;
    }

    @Override
    public List<OpenIntent> openIntents() {
        return List.of();
    }
}
