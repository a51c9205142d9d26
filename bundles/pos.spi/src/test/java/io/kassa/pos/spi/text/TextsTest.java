package io.kassa.pos.spi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.spi.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Locale FINNISH = Locale.forLanguageTag("fi-FI");

    private final Texts texts = Texts.beside(TextsTest.class, "sample", HELSINKI);

    @Test
    void aMessageHasItsTextInEveryLanguage() {
        Message message = texts.message("paid", Money.euro(1000), "Kaisla");

        assertThat(message.texts()).containsOnlyKeys("en", "fi", "sv");
        assertThat(message.in(Locale.ENGLISH)).isEqualTo("Paid €10.00 at Kaisla's");
        assertThat(message.in(FINNISH)).isEqualTo("Maksettu 10,00\u00a0€: Kaisla");
        assertThat(message.arguments()).containsExactly("€10.00", "Kaisla");
    }

    @Test
    void timesAreWrittenAsTheLanguageWritesThemInTheGivenZone() {
        Message message = texts.message("at", Instant.parse("2026-11-22T12:05:00Z"));

        assertThat(message.in(FINNISH)).contains("22.11.2026").contains("14.05");
        assertThat(message.in(Locale.ENGLISH)).contains("22/11/2026").contains("14:05");
    }

    @Test
    void anArgumentIsNeverReadAsAPattern() {
        assertThat(texts.message("paid", "{1} $1 \\", "x").in(Locale.ENGLISH)).isEqualTo("Paid {1} $1 \\ at x's");
    }

    @Test
    void anUnknownLanguageFallsBackToEnglishAndThenToAny() {
        assertThat(texts.message("plain").in(Locale.FRENCH)).isEqualTo("Plain");
        assertThat(new Message("x", java.util.List.of(), Map.of("fi", "suomeksi")).in(Locale.FRENCH))
                .isEqualTo("suomeksi");
    }

    @Test
    void aTextMissingInOneLanguageIsFoundWhenLoading() {
        assertThatThrownBy(() -> Texts.beside(TextsTest.class, "uneven", HELSINKI))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only.english");
        assertThatThrownBy(() -> texts.message("nowhere")).isInstanceOf(IllegalArgumentException.class);
    }
}
