package io.kassa.pos.spi.tck;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.ledger.OpenIntent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Good books as a method sees them at a bad moment. */
record TroubledBooks(PaymentLedger books, Kind kind) implements PaymentLedger {

    enum Kind {
        /** Another register claims between this one's look and its claim: a look never shows a holder. */
        LATE_LOOK,
        /** Another host sends between this one's look at an intent and its own sending. */
        SENT_ELSEWHERE,
        /** What is there can be read; nothing can be written. */
        READ_ONLY
    }

    @Override
    public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
        return writable().claim(reference, attempt, sale);
    }

    @Override
    public Optional<Claim.Held> holder(PaymentReference reference) {
        return kind == Kind.LATE_LOOK ? Optional.empty() : books.holder(reference);
    }

    @Override
    public Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
        return writable().intend(reference, attempt, sale, seen);
    }

    @Override
    public Optional<Intent.Open> intent(AttemptId attempt) {
        return books.intent(attempt);
    }

    @Override
    public boolean sending(AttemptId attempt, Intent.Open known) {
        return kind != Kind.SENT_ELSEWHERE && writable().sending(attempt, known);
    }

    @Override
    public List<OpenIntent> openIntents() {
        return books.openIntents();
    }

    private PaymentLedger writable() {
        if (kind == Kind.READ_ONLY) {
            throw new LedgerUnavailableException("The test made the books read-only", new IllegalStateException());
        }
        return books;
    }
}
