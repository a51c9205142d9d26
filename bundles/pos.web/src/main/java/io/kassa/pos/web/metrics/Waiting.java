package io.kassa.pos.web.metrics;

import io.kassa.pos.host.outcomes.Backlog;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.InstantSource;

/** What waits at this moment, read from the books in one go. When they cannot be read nothing is said about it: old numbers would lie. */
final class Waiting {

    private final Backlog backlog;
    private final InstantSource clock;

    Waiting(Backlog backlog, InstantSource clock) {
        this.backlog = backlog;
        this.clock = clock;
    }

    MetricSnapshots read() {
        try {
            return of(backlog.counts());
        } catch (LedgerUnavailableException e) {
            return new MetricSnapshots(books(0));
        }
    }

    private MetricSnapshots of(Backlog.Counts counts) {
        long oldest = counts.oldest()
                .map(since ->
                        Math.max(0, Duration.between(since, clock.instant()).toSeconds()))
                .orElse(0L);
        return new MetricSnapshots(
                books(1),
                gauge("kassa_unknown", "Payments and refunds whose end is not known")
                        .dataPoint(point("kind", "payment", counts.payments()))
                        .dataPoint(point("kind", "refund", counts.refunds()))
                        .build(),
                gauge("kassa_follow_ups", "What the till asks again by itself")
                        .dataPoint(point("task", "inquiry", counts.unknown()))
                        .dataPoint(point("task", "verification", counts.verifications()))
                        .build(),
                gauge("kassa_follow_up_oldest_seconds", "How long the oldest of these waits")
                        .dataPoint(point(oldest))
                        .build(),
                gauge("kassa_cases_open", "Cases for a person")
                        .dataPoint(point(counts.cases()))
                        .build(),
                gauge("kassa_unused_payments", "Payments of cancelled sales, neither used nor refunded")
                        .dataPoint(point(counts.unused()))
                        .build(),
                gauge("kassa_unfinished_refunds", "Refunds of which something is still to be asked")
                        .dataPoint(point(counts.unfinished()))
                        .build());
    }

    private static GaugeSnapshot books(long up) {
        return gauge("kassa_books_up", "Whether the books can be read")
                .dataPoint(point(up))
                .build();
    }

    private static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name(name).help(help);
    }

    private static GaugeDataPointSnapshot point(long value) {
        return GaugeDataPointSnapshot.builder().value(value).build();
    }

    private static GaugeDataPointSnapshot point(String label, String of, long value) {
        return GaugeDataPointSnapshot.builder()
                .labels(Labels.of(label, of))
                .value(value)
                .build();
    }
}
