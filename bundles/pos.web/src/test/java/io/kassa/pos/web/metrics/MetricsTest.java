package io.kassa.pos.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.outcomes.Backlog;
import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.outcomes.Occurrence.Ended;
import io.kassa.pos.host.outcomes.Occurrence.Kind;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsTest {

    /** Source: Prometheus, "Exposition formats", text format 0.0.4. */
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{([a-z_]+=\"(\\\\\\\\|\\\\\"|\\\\n|[^\"\\\\\n])*\",?)+})? (-?[0-9.Ee+-]+|\\+Inf|NaN)");

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private final Meters meters = new Meters();
    private final Backlog.Counts counts =
            new Backlog.Counts(1, 2, 3, Optional.of(NOW.minusSeconds(90)), 4, 5, 6, Optional.of(NOW));

    @Test
    void whatHappensIsCountedAndTimed() {
        meters.happened(ended(Kind.PAYMENT, "smartum", "paid", "confirmed"));
        meters.happened(ended(Kind.PAYMENT, "smartum", "declined", "receipt.used"));
        meters.happened(ended(Kind.REFUND, "smartum", "refunded", "confirmed"));
        meters.happened(ended(Kind.INQUIRY, "smartum", "unanswered", "-"));
        meters.happened(ended(Kind.VERIFICATION, "smartum", "confirmed", "-"));
        meters.happened(ended(Kind.DEPLOYMENT, "-", "runs", "-"));
        meters.happened(new Occurrence.Refused("smartum", "receipt.other-venue"));
        meters.happened(new Occurrence.Scanned("smartum", Duration.ofMillis(120)));
        meters.happened(new Occurrence.Judged("smartum", Duration.ofMillis(7)));
        meters.happened(new Occurrence.Returned("smartum", Duration.ofMillis(70)));
        assertThat(lines())
                .contains(
                        "kassa_payments_total{method=\"smartum\",outcome=\"paid\"} 1.0",
                        "kassa_refusals_total{method=\"smartum\",reason=\"receipt.used\"} 1.0",
                        "kassa_refusals_total{method=\"smartum\",reason=\"receipt.other-venue\"} 1.0",
                        "kassa_refunds_total{method=\"smartum\",outcome=\"refunded\"} 1.0",
                        "kassa_inquiries_total{method=\"smartum\",outcome=\"unanswered\"} 1.0",
                        "kassa_verifications_total{method=\"smartum\",outcome=\"confirmed\"} 1.0",
                        "kassa_deployments_total{outcome=\"runs\"} 1.0",
                        "kassa_deployment_switch_seconds_count 1",
                        "kassa_scan_to_answer_seconds_bucket{method=\"smartum\",le=\"0.1\"} 0",
                        "kassa_scan_to_answer_seconds_bucket{method=\"smartum\",le=\"0.2\"} 1",
                        "kassa_scan_verification_seconds_sum{method=\"smartum\"} 0.007",
                        "kassa_method_absence_seconds_count{method=\"smartum\"} 1");
    }

    @Test
    void whatWaitsIsReadFromTheBooks() {
        assertThat(lines())
                .contains(
                        "kassa_books_up 1.0",
                        "kassa_unknown{kind=\"payment\"} 1.0",
                        "kassa_unknown{kind=\"refund\"} 2.0",
                        "kassa_follow_ups{task=\"verification\"} 3.0",
                        "kassa_follow_up_oldest_seconds 90.0",
                        "kassa_cases_open 4.0",
                        "kassa_unused_payments 5.0",
                        "kassa_unfinished_refunds 6.0");
    }

    @Test
    void booksThatCannotBeReadAreSaidToBeAwayAndNoOldNumbersAreShown() {
        String text = text(new Exposition(
                meters,
                () -> {
                    throw new LedgerUnavailableException("away", new IllegalStateException());
                },
                () -> NOW));
        assertThat(text).contains("kassa_books_up 0.0").doesNotContain("kassa_cases_open");
    }

    @Test
    void everyLineHasTheFormThatScrapersRead() {
        meters.happened(new Occurrence.Refused("smartum", "receipt.used"));
        meters.happened(new Occurrence.Scanned("smartum", Duration.ofMillis(120)));
        meters.happened(new Occurrence.Refused("a\"b\\c\nd 1\n# TYPE forged counter\nforged", "x\ny"));
        Set<String> typed = new LinkedHashSet<>();
        for (String line : lines()) {
            if (line.startsWith("# TYPE ")) {
                assertThat(typed.add(line.split(" ")[2])).isTrue();
            } else if (!line.startsWith("# HELP ")) {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(typed).contains(sample.group(1).replaceAll("_(bucket|sum|count)$", ""));
            }
        }
        assertThat(typed).doesNotContain("forged").contains("kassa_refusals_total", "kassa_unknown");
        assertThat(text(exposition())).endsWith("\n");
    }

    @Test
    void labelsNeverGetMany() {
        for (int i = 0; i < 5_000; i++) {
            meters.happened(new Occurrence.Refused("method-" + i, "reason-" + i));
        }
        List<String> series = lines().stream()
                .filter(line -> line.startsWith("kassa_refusals_total{"))
                .toList();
        assertThat(series).hasSizeLessThan(200);
        assertThat(series).contains("kassa_refusals_total{method=\"other\",reason=\"other\"} 4880.0");
    }

    @Test
    void noAttemptIsNamed() {
        meters.happened(ended(Kind.PAYMENT, "smartum", "paid", "confirmed"));
        assertThat(text(exposition())).doesNotContain("3f0c9a");
    }

    private static Ended ended(Kind kind, String method, String outcome, String reason) {
        return new Ended(kind, "3f0c9a", method, outcome, reason, Duration.ofMillis(300));
    }

    private List<String> lines() {
        return text(exposition()).lines().toList();
    }

    private Exposition exposition() {
        return new Exposition(meters, () -> counts, () -> NOW);
    }

    private static String text(Exposition exposition) {
        return new String(exposition.text(), StandardCharsets.UTF_8);
    }
}
