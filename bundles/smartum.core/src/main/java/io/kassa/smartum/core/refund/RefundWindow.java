package io.kassa.smartum.core.refund;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a payment can be sent back to the benefit account. Partners can cancel on the day of the payment (source:
 * Smartum's partner help), others may have another agreement; days are days in Finland.
 */
public sealed interface RefundWindow {
    ZoneId FINLAND = ZoneId.of("Europe/Helsinki");

    /** The first instant at which it is too late, if there is one. */
    Optional<Instant> closes(Instant paidAt);

    default boolean isOpen(Instant paidAt, Instant now) {
        return closes(paidAt).map(now::isBefore).orElse(true);
    }

    /** Until midnight after {@code days} further days; 0 is the day of the payment only. */
    record Days(int days) implements RefundWindow {
        private static final int MOST = 3650;

        public Days {
            if (days < 0 || days > MOST) {
                throw new IllegalArgumentException("days must be 0 to " + MOST);
            }
        }

        @Override
        public Optional<Instant> closes(Instant paidAt) {
            LocalDate paid = LocalDate.ofInstant(paidAt, FINLAND);
            return Optional.of(paid.plusDays(days + 1L).atStartOfDay(FINLAND).toInstant());
        }
    }

    /** The provider decides. */
    record Unlimited() implements RefundWindow {
        @Override
        public Optional<Instant> closes(Instant paidAt) {
            return Optional.empty();
        }
    }

    /** Reads {@code SAME_DAY}, {@code DAYS 14} or {@code UNLIMITED}. */
    static Optional<RefundWindow> parse(String text) {
        String setting = text.strip();
        if (setting.equals("SAME_DAY")) {
            return Optional.of(new Days(0));
        }
        if (setting.equals("UNLIMITED")) {
            return Optional.of(new Unlimited());
        }
        Matcher days = Pattern.compile("DAYS[ :]([0-9]{1,4})").matcher(setting);
        boolean fits = days.matches() && Integer.parseInt(days.group(1)) <= Days.MOST;
        return fits ? Optional.of(new Days(Integer.parseInt(days.group(1)))) : Optional.empty();
    }
}
