package io.kassa.pos.host.text;

import static io.kassa.pos.host.common.Result.Kind.CONFLICT;
import static io.kassa.pos.host.common.Result.Kind.FORBIDDEN;
import static io.kassa.pos.host.common.Result.Kind.INVALID;
import static io.kassa.pos.host.common.Result.Kind.NOT_FOUND;
import static io.kassa.pos.host.common.Result.Kind.UNAVAILABLE;
import static io.kassa.pos.host.text.Whereabouts.AS_BEFORE;
import static io.kassa.pos.host.text.Whereabouts.GOING_BACK;
import static io.kassa.pos.host.text.Whereabouts.NOT_KNOWN;
import static io.kassa.pos.host.text.Whereabouts.NOT_MOVED;
import static io.kassa.pos.host.text.Whereabouts.WITH_PROVIDER;

import io.kassa.pos.host.common.Result.Kind;
import java.util.Locale;

/** Everything that the till itself refuses. The texts stand in the catalogue, under the name in lower case. */
public enum Refusal {
    // selling
    REGISTER_UNKNOWN(NOT_FOUND, NOT_MOVED),
    PRODUCT_UNKNOWN(NOT_FOUND, NOT_MOVED),
    LINE_UNKNOWN(NOT_FOUND, AS_BEFORE),
    SALE_NOT_OPEN(CONFLICT, AS_BEFORE),
    SALE_EMPTY(CONFLICT, NOT_MOVED),
    SALE_NOT_PAID(CONFLICT, AS_BEFORE),
    QUANTITY_INVALID(INVALID, NOT_MOVED),
    DISCOUNT_INVALID(INVALID, NOT_MOVED),
    CURRENCY_MIXED(INVALID, NOT_MOVED),
    LINES_PAID(CONFLICT, AS_BEFORE),
    PAYMENT_OPEN(CONFLICT, AS_BEFORE),
    // paying
    METHOD_NOT_READY(CONFLICT, NOT_MOVED),
    METHOD_AWAY(UNAVAILABLE, NOT_MOVED),
    METHOD_TROUBLE(UNAVAILABLE, WITH_PROVIDER),
    METHOD_WRONG(UNAVAILABLE, WITH_PROVIDER),
    ATTEMPT_UNKNOWN(NOT_FOUND, AS_BEFORE),
    ATTEMPT_ENDED(CONFLICT, AS_BEFORE),
    ATTEMPT_ELSEWHERE(CONFLICT, AS_BEFORE),
    STEP_CHANGED(CONFLICT, AS_BEFORE),
    ANSWER_MISFIT(INVALID, AS_BEFORE),
    ATTEST_FORBIDDEN(FORBIDDEN, WITH_PROVIDER),
    ATTEST_REASON(INVALID, WITH_PROVIDER),
    ATTEST_LIMIT(INVALID, WITH_PROVIDER),
    ATTESTED_CANCELLED(CONFLICT, WITH_PROVIDER),
    REFERENCE_USED(CONFLICT, WITH_PROVIDER),
    REFERENCE_REFUNDED(CONFLICT, GOING_BACK),
    PAYMENT_UNKNOWN(UNAVAILABLE, NOT_KNOWN),
    PAYMENT_LATE(CONFLICT, WITH_PROVIDER),
    TENDER_UNKNOWN(NOT_FOUND, AS_BEFORE),
    TENDER_FIXED(CONFLICT, AS_BEFORE),
    UNUSED_UNKNOWN(NOT_FOUND, AS_BEFORE),
    UNUSED_GONE(CONFLICT, AS_BEFORE),
    UNUSED_UNFIT(CONFLICT, WITH_PROVIDER),
    // refunding
    RECEIPT_UNKNOWN(NOT_FOUND, AS_BEFORE),
    RECEIPT_OPEN(CONFLICT, AS_BEFORE),
    REFUND_TOO_MUCH(INVALID, AS_BEFORE),
    REFUND_NOTHING(INVALID, AS_BEFORE),
    REFUND_UNDER_WAY(CONFLICT, AS_BEFORE),
    REFUND_OTHER_SALE(CONFLICT, AS_BEFORE),
    REFUND_METHOD(INVALID, AS_BEFORE),
    REFUND_METHOD_AWAY(UNAVAILABLE, AS_BEFORE),
    REFUND_UNKNOWN(UNAVAILABLE, NOT_KNOWN),
    REFUND_GIVEN_UP(UNAVAILABLE, NOT_KNOWN),
    PAYMENT_GIVEN_UP(UNAVAILABLE, NOT_KNOWN),
    OUTCOME_KNOWN(CONFLICT, AS_BEFORE),
    VERIFIED_ALREADY(CONFLICT, AS_BEFORE),
    CASE_UNKNOWN(NOT_FOUND, AS_BEFORE),
    REASON_MISSING(INVALID, AS_BEFORE),
    // configuration
    ADMIN_ONLY(FORBIDDEN, NOT_MOVED),
    METHOD_UNKNOWN(NOT_FOUND, NOT_MOVED),
    NAME_INVALID(INVALID, NOT_MOVED),
    GROUP_UNKNOWN(NOT_FOUND, NOT_MOVED),
    PRICE_INVALID(INVALID, NOT_MOVED),
    LABEL_INVALID(INVALID, NOT_MOVED),
    FORM_UNKNOWN(NOT_FOUND, NOT_MOVED),
    CONFIGURATION_UNKNOWN(NOT_FOUND, NOT_MOVED),
    // people
    LOGIN_WRONG(FORBIDDEN, NOT_MOVED),
    LOGIN_LOCKED(FORBIDDEN, NOT_MOVED),
    CODE_WRONG(FORBIDDEN, NOT_MOVED),
    PASSWORD_SHORT(INVALID, NOT_MOVED),
    PIN_FORM(INVALID, NOT_MOVED),
    LAST_ADMIN(CONFLICT, NOT_MOVED),
    // books
    BOOKS_AWAY(UNAVAILABLE, AS_BEFORE),
    COMMIT_UNKNOWN(UNAVAILABLE, NOT_KNOWN);

    private final Kind kind;
    private final Whereabouts money;

    Refusal(Kind kind, Whereabouts money) {
        this.kind = kind;
        this.money = money;
    }

    public Kind kind() {
        return kind;
    }

    public Whereabouts money() {
        return money;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
