package io.kassa.smartum.core.api;

import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.Transaction.Status;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Term;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.json.JsonObject;
import io.kassa.smartum.core.json.StrictJson;
import io.kassa.smartum.core.json.Unfit;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the provider's answers by the contract. An answer to another question is as unfit as one of another form. */
final class Answers {
    private static final Map<Rejection, Term> CODES = new EnumMap<>(Map.of(
            Rejection.UNKNOWN_TRANSACTION, Term.ERROR_UNKNOWN_TRANSACTION,
            Rejection.IDEMPOTENCY_CONFLICT, Term.ERROR_IDEMPOTENCY_CONFLICT,
            Rejection.WINDOW_CLOSED, Term.ERROR_WINDOW_CLOSED,
            Rejection.AMOUNT_EXCEEDS_PAYMENT, Term.ERROR_AMOUNT_EXCEEDS_PAYMENT,
            Rejection.ALREADY_REFUNDED, Term.ERROR_ALREADY_REFUNDED,
            Rejection.WRONG_VENUE, Term.ERROR_WRONG_VENUE));

    private final Contract contract;

    Answers(Contract contract) {
        this.contract = contract;
    }

    Transaction transaction(TransactionId asked, HttpResponse<byte[]> answer) throws Unfit {
        JsonObject data = data(answer);
        require(data.string(term(Term.LOOKUP_ID)).equals(asked.value()), "another transaction");
        long cents = data.integer(term(Term.LOOKUP_AMOUNT));
        long refunded = data.integer(term(Term.LOOKUP_REFUNDED));
        require(cents > 0 && refunded >= 0 && refunded <= cents, "amounts out of range");
        return new Transaction(
                asked,
                data.string(term(Term.LOOKUP_VENUE)),
                cents,
                data.string(term(Term.LOOKUP_BENEFIT)),
                status(data.string(term(Term.LOOKUP_STATUS))),
                refunded,
                time(data.optionalString(term(Term.LOOKUP_CREATED_AT))));
    }

    Refund refund(TransactionId asked, long cents, HttpResponse<byte[]> answer) throws Unfit {
        JsonObject data = data(answer);
        require(data.string(term(Term.REFUND_TRANSACTION)).equals(asked.value()), "another transaction");
        require(data.integer(term(Term.REFUND_AMOUNT)) == cents, "another amount");
        require(data.string(term(Term.REFUND_STATUS)).equals(term(Term.REFUND_DONE)), "not carried out yet");
        String id = data.string(term(Term.REFUND_ID));
        require(!id.isEmpty() && id.length() <= 100, "no id");
        return new Refund(id, asked, cents);
    }

    Venues venues(HttpResponse<byte[]> answer) throws Unfit {
        Set<String> ids = new HashSet<>();
        for (JsonObject venue : StrictJson.object(answer.body()).objects(term(Term.DATA))) {
            venue.optionalString(term(Term.VENUES_ID)).ifPresent(ids::add);
        }
        return new Venues(Set.copyOf(ids), clock(answer));
    }

    /** The provider's reason; a code that the contract does not name is still a refusal. */
    Rejection rejection(JsonObject answer) throws Unfit {
        List<JsonObject> errors = answer.objects(term(Term.ERRORS));
        require(!errors.isEmpty(), "no error");
        String code = errors.get(0).string(term(Term.ERROR_CODE));
        return CODES.entrySet().stream()
                .filter(entry -> term(entry.getValue()).equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Rejection.OTHER);
    }

    private Status status(String status) throws Unfit {
        if (status.equals(term(Term.STATUS_PAID))) {
            return Status.PAID;
        }
        if (status.equals(term(Term.STATUS_CANCELLED))) {
            return Status.CANCELLED;
        }
        require(status.equals(term(Term.STATUS_REFUNDED)), "unknown status");
        return Status.REFUNDED;
    }

    private JsonObject data(HttpResponse<byte[]> answer) throws Unfit {
        return StrictJson.object(answer.body()).object(term(Term.DATA));
    }

    private static Optional<Instant> time(Optional<String> text) throws Unfit {
        try {
            return text.map(t -> OffsetDateTime.parse(t).toInstant());
        } catch (DateTimeException e) {
            throw new Unfit("not a time");
        }
    }

    private static Optional<Instant> clock(HttpResponse<byte[]> answer) {
        try {
            return answer.headers()
                    .firstValue("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String term(Term term) {
        return contract.get(term);
    }

    private static void require(boolean condition, String otherwise) throws Unfit {
        if (!condition) {
            throw new Unfit(otherwise);
        }
    }
}
