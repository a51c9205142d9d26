package io.kassa.pos.shell.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Guidance;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private final Words words = new Words();

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusal_saysWhatHappened_whereTheMoneyIs_andWhatToDo_inEveryLanguage(Refusal refusal) {
        Guidance guidance = words.refusal(refusal, "a", "b", "c");

        assertThat(List.of(guidance.happened(), guidance.money(), guidance.next()))
                .allSatisfy(message -> assertThat(message.texts()).containsOnlyKeys("en", "fi", "sv"));
    }

    @Test
    void noRefusalIsForgotten() {
        List<String> said = Stream.of(Refusal.values()).map(Refusal::code).toList();
        List<String> written = StreamSupport.stream(words.codes().spliterator(), false)
                .filter(code -> code.startsWith("refused."))
                .filter(code -> !code.endsWith(".money") && !code.endsWith(".next"))
                .toList();
        assertThat(written).containsExactlyInAnyOrderElementsOf(said);
    }

    @ParameterizedTest
    @CsvSource({"12,1200", "12.5,1250", "'12,50',1250", "0.01,1", "12.500,1250"})
    void amounts_areReadExactly(String text, long cents) {
        assertThat(Amounts.read(text, Money.EURO)).contains(Money.euro(cents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.005", "1e3", "ten", "12.", "1 000", "99999999999"})
    void whatIsNoAmount_isNotGuessedAt(String text) {
        assertThat(Amounts.read(text, Money.EURO)).isEmpty();
    }
}
