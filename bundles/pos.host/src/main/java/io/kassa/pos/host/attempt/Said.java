package io.kassa.pos.host.attempt;

import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.RefundOutcome;
import java.util.Locale;

/** An outcome as logs and metrics name it. */
record Said(String outcome, String reason) {

    /** What is said when nobody answered at all. */
    static final Said UNANSWERED = new Said("unanswered", Occurrence.Ended.NONE);

    private static final Said CANCELLED = new Said("cancelled", Occurrence.Ended.NONE);

    static Said of(PaymentOutcome outcome) {
        return outcome.accept(new PaymentOutcome.Visitor<>() {
            @Override
            public Said paid(PaymentOutcome.Paid paid) {
                return new Said("paid", paid.evidence().name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Said declined(PaymentOutcome.Declined declined) {
                return new Said("declined", declined.guidance().reason());
            }

            @Override
            public Said unknown(PaymentOutcome.Unknown unknown) {
                return new Said("unknown", unknown.guidance().reason());
            }

            @Override
            public Said cancelled(PaymentOutcome.Cancelled cancelled) {
                return CANCELLED;
            }
        });
    }

    static Said of(RefundOutcome outcome) {
        return outcome.accept(new RefundOutcome.Visitor<>() {
            @Override
            public Said refunded(RefundOutcome.Refunded refunded) {
                return new Said("refunded", refunded.evidence().name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Said declined(RefundOutcome.Declined declined) {
                return new Said("declined", declined.guidance().reason());
            }

            @Override
            public Said unknown(RefundOutcome.Unknown unknown) {
                return new Said("unknown", unknown.guidance().reason());
            }

            @Override
            public Said cancelled(RefundOutcome.Cancelled cancelled) {
                return CANCELLED;
            }
        });
    }
}
