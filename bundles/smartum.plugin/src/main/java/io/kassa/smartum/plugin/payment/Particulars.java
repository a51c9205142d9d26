package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.smartum.plugin.settings.Settings;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is written beside a payment in the host's books, so that it can be refunded when the settings are others.
 *
 * @param root the provider's address in its one spelling; older books may hold another
 * @param paidAt when the customer paid, where that is known
 */
record Particulars(String root, String venue, String benefit, Optional<Instant> paidAt) {
    private static final String ROOT = "root";
    private static final String VENUE = "venue";
    private static final String BENEFIT = "benefit";
    private static final String PAID_AT = "paid-at";

    static Particulars of(Settings settings, Optional<Instant> paidAt) {
        return new Particulars(
                settings.root().name(),
                settings.rules().venue(),
                settings.rules().benefit(),
                paidAt);
    }

    /** Those of a payment; what it lacks is taken from the settings. */
    static Particulars of(RecordedPayment payment, Settings settings) {
        Map<String, String> written = payment.particulars();
        return new Particulars(
                written.getOrDefault(ROOT, settings.root().name()),
                written.getOrDefault(VENUE, settings.rules().venue()),
                written.getOrDefault(BENEFIT, settings.rules().benefit()),
                time(written.getOrDefault(PAID_AT, "")));
    }

    Particulars paidAt(Optional<Instant> known) {
        return new Particulars(root, venue, benefit, known.or(() -> paidAt));
    }

    Map<String, String> written() {
        Map<String, String> all = new TreeMap<>(Map.of(ROOT, root, VENUE, venue, BENEFIT, benefit));
        paidAt.ifPresent(time -> all.put(PAID_AT, time.toString()));
        return all;
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
