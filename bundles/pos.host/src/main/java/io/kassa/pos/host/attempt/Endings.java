package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.outcomes.Occurrence.Ended;
import io.kassa.pos.host.outcomes.Occurrence.Kind;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.RefundOutcome;
import java.time.Duration;
import java.util.Optional;

/** Tells how attempts ended, once each, after the end is in the books. */
public final class Endings {

    private final Desk desk;

    public Endings(Desk desk) {
        this.desk = desk;
    }

    void payment(Attempt attempt, PaymentOutcome outcome) {
        tell(Kind.PAYMENT, attempt, Said.of(outcome), sinceItBegan(attempt));
    }

    public void refund(Attempt part, RefundOutcome outcome) {
        tell(Kind.REFUND, part, Said.of(outcome), sinceItBegan(part));
    }

    /** @param outcome empty when nobody answered */
    public void paymentInquiry(Attempt attempt, Optional<PaymentOutcome> outcome, Duration took) {
        tell(Kind.INQUIRY, attempt, outcome.map(Said::of).orElse(Said.UNANSWERED), took);
    }

    /** @param outcome empty when nobody answered */
    public void refundInquiry(Attempt part, Optional<RefundOutcome> outcome, Duration took) {
        tell(Kind.INQUIRY, part, outcome.map(Said::of).orElse(Said.UNANSWERED), took);
    }

    /** Whether an attempt has its end after a commit that nobody answered; false while that cannot be read. */
    public boolean isStored(Attempt attempt) {
        try {
            return desk.books()
                    .read(tx -> new AttemptTable(tx).find(attempt.id()))
                    .filter(now -> !now.isOpen())
                    .isPresent();
        } catch (LedgerUnavailableException e) {
            return false;
        }
    }

    private void tell(Kind kind, Attempt attempt, Said said, Duration took) {
        desk.outcomes()
                .tell(new Ended(kind, attempt.id().value(), attempt.method(), said.outcome(), said.reason(), took));
    }

    /** The attempt may be older than this run of the till, so it is the wall clock's; one that ran back measures nothing. */
    private Duration sinceItBegan(Attempt attempt) {
        Duration took = Duration.between(attempt.startedAt(), desk.now());
        return took.isNegative() ? Duration.ZERO : took;
    }
}
