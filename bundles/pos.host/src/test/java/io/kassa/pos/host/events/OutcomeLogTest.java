package io.kassa.pos.host.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.outcomes.Occurrence.Ended;
import io.kassa.pos.host.outcomes.Occurrence.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutcomeLogTest {

    @Test
    void aLineSaysWhatEndedAndHow() {
        Ended ended = new Ended(Kind.PAYMENT, "a-1", "smartum", "declined", "receipt.used", Duration.ofMillis(812));
        assertThat(OutcomeLog.line(ended))
                .isEqualTo("payment attempt=a-1 method=smartum outcome=declined reason=receipt.used took=812ms");
    }

    @Test
    void nothingFromOutsideBeginsALineOrAField() {
        String forged = "x\r\n2026-01-01 INFO payment attempt=y\u2028outcome=paid <b>\u0000\u001b[31m%0A";
        Ended ended = new Ended(Kind.DEPLOYMENT, forged, forged, "refused", forged, Duration.ZERO);
        String line = OutcomeLog.line(ended);
        assertThat(line.split(" ")).hasSize(6);
        assertThat(line.split("=")).hasSize(6);
        assertThat(line).matches("[ -~]+").doesNotContain("<").contains("x%000D%000A2026-01-01%0020INFO");
    }

    @Test
    void aLineHasAnEnd() {
        Ended ended = new Ended(Kind.INQUIRY, "a", "\u00e4".repeat(10_000), "unknown", "", Duration.ZERO);
        assertThat(OutcomeLog.line(ended)).hasSizeLessThan(800).contains("reason=-");
    }
}
