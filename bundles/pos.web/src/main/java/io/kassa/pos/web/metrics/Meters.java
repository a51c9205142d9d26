package io.kassa.pos.web.metrics;

import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.outcomes.Occurrence.Ended;
import io.kassa.pos.host.outcomes.OutcomeListener;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Counts and times what happens at the till, as long as the bundle runs. No label names a person, a sale or an attempt, and none
 * has many values.
 */
@Component(
        service = {Meters.class, OutcomeListener.class},
        immediate = true)
public final class Meters implements OutcomeListener {

    private static final int MOST_METHODS = 20;
    private static final int MOST_REASONS = 120;
    private static final String METHOD = "method";
    private static final String OUTCOME = "outcome";

    private final FewValues methods = new FewValues(MOST_METHODS);
    private final FewValues reasons = new FewValues(MOST_REASONS);
    private final FewValues outcomes = new FewValues(MOST_METHODS);
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram scans;
    private final Histogram judging;
    private final Histogram cameras;
    private final Counter payments;
    private final Counter refunds;
    private final Counter inquiries;
    private final Counter verifications;
    private final Counter refusals;
    private final Counter deployments;
    private final Histogram switches;
    private final Histogram absences;

    @Activate
    public Meters() {
        scans = histogram(
                "kassa_scan_to_answer_seconds",
                "From a scanned code to the till's answer",
                new double[] {.05, .1, .2, .3, .5, .75, 1, 1.5, 2, 3, 5, 10},
                METHOD);
        judging = histogram(
                "kassa_scan_verification_seconds",
                "The payment method's part of that: signature, look-up, claim",
                new double[] {.005, .01, .025, .05, .1, .2, .5, 1, 1.5, 2, 5, 10},
                METHOD);
        cameras = histogram(
                "kassa_camera_to_answer_seconds",
                "From a code's coming into a camera's view, as its browser saw it, to the till's answer",
                new double[] {.1, .2, .3, .5, .75, 1, 1.5, 2, 3, 5, 10, 30});
        payments = counter("kassa_payments_total", "Payments that ended", METHOD, OUTCOME);
        refunds = counter("kassa_refunds_total", "Parts of refunds that ended", METHOD, OUTCOME);
        inquiries = counter("kassa_inquiries_total", "Questions how something unknown ended", METHOD, OUTCOME);
        verifications = counter("kassa_verifications_total", "Payments compared with the provider", METHOD, OUTCOME);
        refusals = counter("kassa_refusals_total", "Answers and payments that were refused", METHOD, "reason");
        deployments = counter("kassa_deployments_total", "Plug-ins that were handed in", OUTCOME);
        switches = histogram(
                "kassa_deployment_switch_seconds",
                "From starting a new version to its taking over, or to its being put back",
                new double[] {.1, .25, .5, 1, 2, 5, 10, 30, 60});
        absences = histogram(
                "kassa_method_absence_seconds",
                "How long a payment method was away before it was there again; replaced side by side it never is",
                new double[] {.01, .05, .1, .25, .5, 1, 2, 5, 30, 300},
                METHOD);
    }

    MetricSnapshots read() {
        return registry.scrape();
    }

    /** A code that a camera filmed was answered. */
    public void answered(Duration sinceInView) {
        cameras.observe(seconds(sinceInView));
    }

    @Override
    public void happened(Occurrence occurrence) {
        if (occurrence instanceof Ended ended) {
            ended(ended);
        } else if (occurrence instanceof Occurrence.Scanned scanned) {
            scans.labelValues(methods.of(scanned.method())).observe(seconds(scanned.took()));
        } else if (occurrence instanceof Occurrence.Judged judged) {
            judging.labelValues(methods.of(judged.method())).observe(seconds(judged.took()));
        } else if (occurrence instanceof Occurrence.Refused refused) {
            refusals.labelValues(methods.of(refused.method()), reasons.of(refused.reason()))
                    .inc();
        } else if (occurrence instanceof Occurrence.Returned returned) {
            absences.labelValues(methods.of(returned.method())).observe(seconds(returned.absence()));
        }
    }

    private void ended(Ended ended) {
        String outcome = outcomes.of(ended.outcome());
        if (ended.kind() == Occurrence.Kind.DEPLOYMENT) {
            deployments.labelValues(outcome).inc();
            if (!ended.took().isZero()) {
                switches.observe(seconds(ended.took()));
            }
            return;
        }
        String method = methods.of(ended.method());
        Counter counter = switch (ended.kind()) {
            case PAYMENT -> payments;
            case REFUND -> refunds;
            case INQUIRY -> inquiries;
            default -> verifications;
        };
        counter.labelValues(method, outcome).inc();
        if (ended.outcome().equals("declined")) {
            refusals.labelValues(method, reasons.of(ended.reason())).inc();
        }
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    private Histogram histogram(String name, String help, double[] bounds, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(bounds)
                .withoutExemplars()
                .register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
