package io.kassa.pos.host.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.text.Guidance;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = new Words(ZoneId.of("Europe/Helsinki"));

    @Test
    void everyRefusalHasThreePartsInThreeLanguages() {
        for (Refusal refusal : Refusal.values()) {
            Guidance guidance = words.guidance(refusal, "a", "b", "c");
            assertThat(guidance.happened().texts()).as(refusal.name()).containsOnlyKeys("en", "fi", "sv");
            assertThat(guidance.next().texts().values()).noneMatch(String::isBlank);
            assertThat(guidance.money().texts().values()).noneMatch(String::isBlank);
        }
    }

    @Test
    void noTextStandsUnused() {
        Set<String> unused = new HashSet<>();
        words.codes().forEach(unused::add);
        for (Refusal refusal : Refusal.values()) {
            unused.remove(refusal.code());
            unused.remove(refusal.code() + ".next");
            unused.remove(refusal.money().code());
        }
        // said of the backlog alone: whoever leaves a refund is refused nothing
        unused.remove(Whereabouts.LEFT_TO_RETURN.code());
        assertThat(unused)
                .allMatch(code -> code.startsWith("hint.") || code.startsWith("check.") || code.startsWith("health."));
    }
}
