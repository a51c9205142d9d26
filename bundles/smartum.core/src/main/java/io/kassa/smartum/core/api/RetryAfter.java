package io.kassa.smartum.core.api;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * How long a provider that is overloaded wants to be left alone (RFC 9110, section 10.2.3): a number of seconds, or a date, which
 * is read by the provider's own clock, the {@code Date} of the same answer. What is neither is as if it were not there.
 */
final class RetryAfter {
    /** Longer than anybody waits; a longer number means no more. */
    private static final long LONGEST_SECONDS = 999_999_999;

    private RetryAfter() {}

    /** Empty unless the status is one that says when and not what: 429 or 503. */
    static Optional<Duration> of(HttpResponse<?> answer) {
        int status = answer.statusCode();
        List<String> told = answer.headers().allValues("Retry-After");
        if (status != 429 && status != 503 || told.size() != 1) {
            return Optional.empty();
        }
        String text = told.get(0).strip();
        return text.matches("[0-9]+") ? Optional.of(seconds(text)) : untilDate(text, answer);
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(digits.length() > 9 ? LONGEST_SECONDS : Long.parseLong(digits));
    }

    private static Optional<Duration> untilDate(String text, HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Date")
                .flatMap(RetryAfter::date)
                .flatMap(now -> date(text).map(then -> Duration.between(now, then)))
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
