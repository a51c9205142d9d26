package io.kassa.pos.host.attempt;

import io.kassa.pos.host.store.FollowUpTable.FollowUp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When an unanswered question is asked again: seconds, minutes, an hour, then daily for 14 weekdays; later where the provider asked
 * for that, by an hour at most.
 */
public final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(45),
            Duration.ofMinutes(5),
            Duration.ofHours(1));
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);
    private static final int WEEKDAYS = 14;
    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    /**
     * @param tries how often it was asked so far
     * @param askedFor how long the provider wants to be left alone
     */
    public Duration after(int tries, Optional<Duration> askedFor) {
        Duration own = tries < PAUSES.size() ? PAUSES.get(tries) : DAILY;
        return askedFor.map(pause -> shorter(pause, LONGEST_ASKED_FOR))
                .map(pause -> longer(pause, own))
                .orElse(own);
    }

    /** A clock that ran back does not put a question off for longer than its pause can be. */
    public boolean isDue(FollowUp one, Instant now) {
        Duration longest = after(one.tries(), Optional.of(LONGEST_ASKED_FOR));
        return !one.nextAt().isAfter(now) || one.nextAt().isAfter(now.plus(longest));
    }

    /** Whether the provider's claim limit has passed since it was asked first. */
    public boolean isOver(FollowUp one, Instant now) {
        return isOver(one.firstAt(), now);
    }

    public boolean isOver(Instant since, Instant now) {
        LocalDate day = LocalDate.ofInstant(since, ZONE);
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        int weekdays = 0;
        while (day.isBefore(today) && weekdays < WEEKDAYS) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                weekdays++;
            }
        }
        return weekdays == WEEKDAYS;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
