package io.kassa.smartum.sandbox.books;

import java.time.Instant;
import java.time.ZoneId;

/** How long a partner may refund: an operator's setting, because the provider states a rule only for cancelling. */
public enum RefundWindow {
    /** On the day of the payment, by Helsinki's calendar. */
    SAME_DAY {
        @Override
        boolean open(Instant paid, Instant now) {
            return paid.atZone(HELSINKI)
                    .toLocalDate()
                    .equals(now.atZone(HELSINKI).toLocalDate());
        }
    },
    ALWAYS {
        @Override
        boolean open(Instant paid, Instant now) {
            return true;
        }
    },
    NEVER {
        @Override
        boolean open(Instant paid, Instant now) {
            return false;
        }
    };

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    abstract boolean open(Instant paid, Instant now);
}
