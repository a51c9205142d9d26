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

/** A ledger at which somebody else always comes first, by a hair: just before an intent is opened, or its request is sent. */
record ElsewhereFirst(PaymentLedger books, Call call, Runnable somebodyElse) implements PaymentLedger {
    enum Call {
        INTEND,
        SENDING
    }

    private PaymentLedger after(Call made) {
        if (call == made) {
            somebodyElse.run();
        }
        return books;
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
        return after(Call.INTEND).intend(reference, attempt, sale, seen);
    }

    @Override
    public Optional<Intent.Open> intent(AttemptId attempt) {
        return books.intent(attempt);
    }

    @Override
    public boolean sending(AttemptId attempt, Intent.Open known) {
        return after(Call.SENDING).sending(attempt, known);
    }

    @Override
    public List<OpenIntent> openIntents() {
        return books.openIntents();
    }
}
