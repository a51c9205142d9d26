package io.kassa.pos.shell.talk;

import java.util.Locale;

/** Why this host does not go on. */
public enum Refusal {
    NO_SUCH_METHOD,
    FILTER_MISSING,
    CURRENCY,
    METHOD_ENDED,
    NOTHING_ELIGIBLE,
    NO_SUCH_SALE,
    NO_SUCH_ATTEMPT,
    AMOUNT,
    REFUND_TOO_MUCH,
    REFUND_UNDER_WAY,
    AT_IT,
    METHOD_AWAY,
    REFUND_AWAY,
    METHOD_FAILED,
    ENDED_ELSEWHERE,
    RECEIPT_USED,
    BOOKS_AWAY;

    String code() {
        return "refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
