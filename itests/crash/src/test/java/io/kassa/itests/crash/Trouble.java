package io.kassa.itests.crash;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What goes wrong at the provider during a visit.
 *
 * @param lateMillis how long something may still be on its way
 */
record Trouble(String name, int lateMillis, List<Strike> strikes) {

    /** @param target which calls it strikes, and how many of them */
    record Strike(String target, Map<String, Object> trouble, int calls) {}

    private static final List<Trouble> ALL = List.of(
            of("an answer about a refund is lost", "REFUND", "lose-answer-after-processing"),
            of("a refund is lost", "REFUND", "reset"),
            of("half of an answer comes", "REFUND", "cut-midway"),
            of("a look-up is lost", "LOOK_UP", "reset"),
            of("an answer has no amount", "LOOK_UP", "missing-member"),
            new Trouble(
                    "errors",
                    0,
                    List.of(
                            new Strike("LOOK_UP", Map.of("kind", "status", "code", 500, "retryAfter", 0), 2),
                            new Strike("REFUND", Map.of("kind", "status", "code", 503, "retryAfter", 0), 1))),
            new Trouble(
                    "no token",
                    0,
                    List.of(new Strike("TOKEN", Map.of("kind", "status", "code", 503, "retryAfter", 0), 2))),
            new Trouble(
                    "tokens end early",
                    0,
                    List.of(
                            new Strike("REFUND", Map.of("kind", "token-expires-now"), 1),
                            new Strike("LOOK_UP", Map.of("kind", "token-expires-now"), 1))),
            new Trouble(
                    "a refund is made late",
                    1_500,
                    List.of(new Strike("REFUND", Map.of("kind", "process-late", "seconds", 1), 1))),
            new Trouble(
                    "the key is ignored and answers are lost",
                    0,
                    List.of(
                            new Strike("REFUND", Map.of("kind", "ignore-idempotency-key"), 3),
                            new Strike("REFUND", Map.of("kind", "lose-answer-after-processing"), 1))));

    private static Trouble of(String name, String target, String kind) {
        return new Trouble(name, 0, List.of(new Strike(target, Map.of("kind", kind), 1)));
    }

    static Trouble any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    void strike(Provider provider) {
        strikes.forEach(one -> provider.troubles(one.target(), one.trouble(), one.calls()));
    }
}
