package io.kassa.pos.host.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

class HealthChecksTest {

    @Test
    void theWorstFindingDecidesAndEachSaysAllItsParts() {
        Note wrong = new Note(
                "disk",
                List.of("pos"),
                Severity.ERROR,
                said("It is full."),
                Optional.of(said("Nothing moved.")),
                Optional.of(said("Make room.")));
        Result result = HealthChecks.result(List.of(note(Severity.OK), note(Severity.SKIPPED), wrong));
        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(result).anyMatch(entry -> entry.getMessage().equals("It is full. Nothing moved. Make room."));
    }

    @Test
    void aWarningWarnsAndWhatCouldNotBeRunIsNotThereForNow() {
        assertThat(HealthChecks.result(List.of(note(Severity.WARNING))).getStatus())
                .isEqualTo(Result.Status.WARN);
        assertThat(HealthChecks.result(List.of(note(Severity.SKIPPED))).getStatus())
                .isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
    }

    private static Note note(Severity severity) {
        return new Note("disk", List.of("pos"), severity, said("So."), Optional.empty(), Optional.empty());
    }

    private static Message said(String text) {
        return new Message("code", List.of(), Map.of("en", text));
    }
}
