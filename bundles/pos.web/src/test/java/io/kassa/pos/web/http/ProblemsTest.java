package io.kassa.pos.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Texts;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal says what happened, where the money is and what to do, in every language. */
class ProblemsTest {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @EnumSource
    void everyRefusalHasItsThreeParts(Refusal refusal) {
        var reply = (Reply.Json) problems.of(new Refused(refusal));
        Guidance guidance = ((Problems.Problem) reply.body()).guidance();
        assertThat(reply.status()).isBetween(400, 503);
        assertThat(Stream.of(guidance.happened(), guidance.money(), guidance.next()))
                .allSatisfy(message ->
                        assertThat(message.texts().values()).hasSize(3).doesNotHaveDuplicates());
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> used = Stream.concat(
                        Arrays.stream(Refusal.values())
                                .flatMap(refusal -> Stream.of(refusal.key(), refusal.key() + ".next")),
                        Stream.of("web.money.untouched", "web.money.as-stored", "web.not-understood.at"))
                .collect(Collectors.toSet());
        assertThat(Texts.beside(Problems.class, "refusal", ZoneOffset.UTC).codes())
                .containsExactlyInAnyOrderElementsOf(used);
    }
}
