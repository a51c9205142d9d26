package io.kassa.pos.web.metrics;

import io.kassa.pos.host.outcomes.Backlog;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** All that is measured, as text in the form that every scraper reads. */
public final class Exposition {

    public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final Meters meters;
    private final Waiting waiting;

    public Exposition(Meters meters, Backlog backlog, InstantSource clock) {
        this.meters = meters;
        this.waiting = new Waiting(backlog, clock);
    }

    public byte[] text() {
        List<MetricSnapshot> all =
                Stream.concat(meters.read().stream(), waiting.read().stream()).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, new MetricSnapshots(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
