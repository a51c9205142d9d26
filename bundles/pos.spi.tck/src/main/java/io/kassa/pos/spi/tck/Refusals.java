package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import io.kassa.pos.spi.text.Texts;
import java.util.function.Supplier;

/** What every refusal must be. */
final class Refusals {

    private Refusals() {}

    /** Runs a walk that must be refused: declined, or the step again with its problem; never an exception. */
    static <O> Guidance of(String what, Supplier<Walk<O>> walking) {
        Walk<O> walk;
        try {
            walk = walking.get();
        } catch (RuntimeException thrown) {
            return fail("P1: " + what + " was answered with an exception", thrown);
        }
        return in(walk, what + " was not refused");
    }

    static <O> Guidance in(Walk<O> walk, String otherwise) {
        return walk.refusal().orElseGet(() -> fail(otherwise + ": " + walk));
    }

    static void readable(String what, Guidance guidance) {
        readable(what, "what happened", guidance.happened());
        readable(what, "where the money is", guidance.money());
        readable(what, "what to do now", guidance.next());
    }

    private static void readable(String what, String part, Message message) {
        for (String language : Texts.LANGUAGES) {
            assertFalse(
                    message.texts().getOrDefault(language, "").isBlank(),
                    "The refusal of " + what + " does not say " + part + " in " + language);
        }
    }
}
