package io.kassa.smartum.core.api;

import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.Transaction.Status;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Term;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.json.JsonObject;
import io.kassa.smartum.core.json.StrictJson;
import io.kassa.smartum.core.json.Unfit;
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
import java.util.regex.Pattern;

/** Reads the provider's answers by the contract. An answer to another question is as unfit as one of another form. */
final class Answers {
    private static final Map<Rejection, Term> CODES = new EnumMap<>(Map.of(
            Rejection.UNKNOWN_TRANSACTION, Term.ERROR_UNKNOWN_TRANSACTION,
            Rejection.IDEMPOTENCY_CONFLICT, Term.ERROR_IDEMPOTENCY_CONFLICT,
            Rejection.WINDOW_CLOSED, Term.ERROR_WINDOW_CLOSED,
            Rejection.AMOUNT_EXCEEDS_PAYMENT, Term.ERROR_AMOUNT_EXCEEDS_PAYMENT,
            Rejection.ALREADY_REFUNDED, Term.ERROR_ALREADY_REFUNDED,
            Rejection.WRONG_VENUE, Term.ERROR_WRONG_VENUE));

    private static final Pattern NAME = Pattern.compile("[ -~]{1,100}");

    /** Beyond it calendars overflow. */
    private static final Instant END_OF_9999 = Instant.parse("9999-12-31T23:59:59Z");

    private final Contract contract;

    Answers(Contract contract) {
        this.contract = contract;
    }

    Transaction transaction(TransactionId asked, byte[] body) throws Unfit {
        JsonObject data = data(body);
        require(data.string(term(Term.LOOKUP_ID)).equals(asked.value()), "another transaction");
        long cents = data.integer(term(Term.LOOKUP_AMOUNT));
        long refunded = data.integer(term(Term.LOOKUP_REFUNDED));
        require(cents > 0 && refunded >= 0 && refunded <= cents, "amounts out of range");
        return new Transaction(
                asked,
                name(data, Term.LOOKUP_VENUE),
                cents,
                name(data, Term.LOOKUP_BENEFIT),
                status(data.string(term(Term.LOOKUP_STATUS))),
                refunded,
                time(data.optionalString(term(Term.LOOKUP_CREATED_AT))));
    }

    Refund refund(TransactionId asked, long cents, byte[] body) throws Unfit {
        JsonObject data = data(body);
        require(data.string(term(Term.REFUND_TRANSACTION)).equals(asked.value()), "another transaction");
        require(data.integer(term(Term.REFUND_AMOUNT)) == cents, "another amount");
        require(data.string(term(Term.REFUND_STATUS)).equals(term(Term.REFUND_DONE)), "not carried out yet");
        return new Refund(name(data, Term.REFUND_ID), asked, cents);
    }

    /** @param date the header of that name */
    Venues venues(byte[] body, Optional<String> date) throws Unfit {
        Set<String> ids = new HashSet<>();
        for (JsonObject venue : StrictJson.object(body).objects(term(Term.DATA))) {
            venue.optionalString(term(Term.VENUES_ID)).ifPresent(ids::add);
        }
        return new Venues(Set.copyOf(ids), clock(date));
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

    /** Names are shown to people, and stand in the books. */
    private String name(JsonObject data, Term term) throws Unfit {
        String name = data.string(term(term));
        require(NAME.matcher(name).matches(), "not a name");
        return name;
    }

    private JsonObject data(byte[] body) throws Unfit {
        return StrictJson.object(body).object(term(Term.DATA));
    }

    private static Optional<Instant> time(Optional<String> text) throws Unfit {
        try {
            Optional<Instant> time = text.map(t -> OffsetDateTime.parse(t).toInstant());
            require(
                    time.filter(t -> t.isBefore(Instant.EPOCH) || t.isAfter(END_OF_9999))
                            .isEmpty(),
                    "not a time");
            return time;
        } catch (DateTimeException e) {
            throw new Unfit("not a time");
        }
    }

    private static Optional<Instant> clock(Optional<String> date) {
        try {
            return date.map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
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
