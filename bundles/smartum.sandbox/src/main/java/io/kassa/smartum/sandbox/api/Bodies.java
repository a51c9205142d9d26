package io.kassa.smartum.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.books.Payment;
import io.kassa.smartum.sandbox.books.Refund;
import io.kassa.smartum.sandbox.books.RefundResult;
import io.kassa.smartum.sandbox.books.Venue;
import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The API's answers, in the words of a contract. */
final class Bodies {
    private final Contract contract;

    Bodies(Contract contract) {
        this.contract = contract;
    }

    static Answer json(int status, Object body) {
        try {
            return Answer.json(status, Json.mapper().writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer data(int status, Object data) {
        return json(status, Map.of(word(Term.ENVELOPE_DATA), data));
    }

    Answer error(int status, Term code, String detail) {
        return error(status, word(code), detail);
    }

    Answer error(int status, String code, String detail) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put(word(Term.ERROR_CODE), code);
        error.put(word(Term.ERROR_DETAIL), detail);
        return json(status, Map.of(word(Term.ENVELOPE_ERRORS), List.of(error)));
    }

    Answer venues(List<Venue> venues) {
        return data(200, venues.stream().map(this::venue).toList());
    }

    Answer payment(Payment payment) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(word(Term.TRANSACTION_ID), payment.id());
        data.put(word(Term.TRANSACTION_VENUE), payment.order().venue());
        data.put(word(Term.TRANSACTION_AMOUNT), payment.cents());
        data.put(word(Term.TRANSACTION_BENEFIT), payment.order().benefit());
        data.put(word(Term.TRANSACTION_STATUS), word(Term.valueOf("STATUS_" + payment.state())));
        data.put(word(Term.TRANSACTION_REFUNDED), payment.refundedCents());
        data.put(
                word(Term.TRANSACTION_CREATED_AT),
                payment.at().truncatedTo(ChronoUnit.SECONDS).toString());
        return data(200, data);
    }

    Answer refund(RefundResult result) {
        if (result instanceof RefundResult.Made made) {
            return data(201, refund(made.refund()));
        }
        RefundResult.Why why = ((RefundResult.Refused) result).why();
        int status = switch (why) {
            case UNKNOWN_TRANSACTION -> 404;
            case IDEMPOTENCY_CONFLICT -> 409;
            case REFUND_WINDOW_CLOSED, AMOUNT_EXCEEDS_PAYMENT, ALREADY_REFUNDED, WRONG_VENUE -> 422;
        };
        return error(
                status,
                Term.valueOf("CODE_" + why),
                why.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    String word(Term term) {
        return contract.word(term);
    }

    private Map<String, Object> refund(Refund refund) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(word(Term.REFUND_ID), refund.id());
        data.put(word(Term.REFUND_TRANSACTION), refund.payment());
        data.put(word(Term.REFUND_AMOUNT), refund.cents());
        data.put(word(Term.REFUND_STATUS), word(Term.STATUS_REFUNDED));
        return data;
    }

    private Map<String, Object> venue(Venue venue) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(word(Term.VENUE_ID), venue.id());
        data.put(word(Term.VENUE_NAME), venue.name());
        data.put(word(Term.VENUE_CITY), venue.city());
        data.put(word(Term.VENUE_BENEFITS), venue.benefits());
        return data;
    }
}
