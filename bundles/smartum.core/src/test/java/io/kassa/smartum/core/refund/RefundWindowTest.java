package io.kassa.smartum.core.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefundWindowTest {
    @ParameterizedTest(name = "{0} paid {1}: until {2}")
    @CsvSource({
        // winter time, two hours ahead of UTC; 22:30 UTC is the next day in Finland already
        "SAME_DAY, 2026-01-15T10:00:00Z, 2026-01-15T22:00:00Z",
        "SAME_DAY, 2026-01-15T22:30:00Z, 2026-01-16T22:00:00Z",
        // summer time, three hours ahead
        "SAME_DAY, 2026-07-15T20:59:59Z, 2026-07-15T21:00:00Z",
        "SAME_DAY, 2026-07-15T21:00:00Z, 2026-07-16T21:00:00Z",
        // clocks go forward on 29 March 2026: a day of 23 hours
        "SAME_DAY, 2026-03-28T22:00:00Z, 2026-03-29T21:00:00Z",
        "SAME_DAY, 2026-03-28T21:59:59Z, 2026-03-28T22:00:00Z",
        // clocks go back on 25 October 2026: a day of 25 hours
        "SAME_DAY, 2026-10-24T21:00:00Z, 2026-10-25T22:00:00Z",
        "DAYS 1, 2026-10-24T12:00:00Z, 2026-10-25T22:00:00Z",
        "DAYS 14, 2026-03-20T12:00:00Z, 2026-04-03T21:00:00Z",
        "DAYS 0, 2026-01-15T10:00:00Z, 2026-01-15T22:00:00Z"
    })
    void closesAtMidnightInFinland(String setting, Instant paidAt, Instant closes) {
        RefundWindow window = RefundWindow.parse(setting).orElseThrow();
        assertThat(window.closes(paidAt)).contains(closes);
        assertThat(window.isOpen(paidAt, closes.minusMillis(1))).isTrue();
        assertThat(window.isOpen(paidAt, closes)).isFalse();
    }

    @Test
    void unlimitedNeverCloses() {
        RefundWindow window = RefundWindow.parse(" UNLIMITED ").orElseThrow();
        assertThat(window.isOpen(Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "same_day", "DAYS", "DAYS -1", "DAYS 9999", "DAYS 99999999999", "14"})
    void anotherTextIsNoWindow(String text) {
        assertThat(RefundWindow.parse(text)).isEmpty();
    }
}
