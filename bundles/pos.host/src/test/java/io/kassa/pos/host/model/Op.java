package io.kassa.pos.host.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One thing that somebody tries to do. Its numbers choose among what is possible at that moment, so that a run stays a run when
 * some of its operations are left out.
 */
record Op(Kind kind, int register, int a, int b) {

    enum Kind {
        ADD(8),
        CHANGE(3),
        DISCOUNT(2),
        PAY(10),
        ANSWER(16),
        REMOVE(1),
        COMPLETE(7),
        CANCEL(2),
        USE_UNUSED(2),
        REFUND(4),
        REFUND_UNUSED(1),
        ANSWER_REFUND(8),
        INQUIRE(1),
        TROUBLE(1),
        ROUND(1),
        VERIFY(1),
        CRASH(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private static final List<Kind> BY_WEIGHT = weighed();

    private static List<Kind> weighed() {
        List<Kind> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.weight; i++) {
                all.add(kind);
            }
        }
        return List.copyOf(all);
    }

    static List<Op> any(long seed, int count) {
        Random random = new Random(seed);
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Kind kind = BY_WEIGHT.get(random.nextInt(BY_WEIGHT.size()));
            ops.add(new Op(kind, random.nextInt(2), random.nextInt(10_000), random.nextInt(10_000)));
        }
        return ops;
    }
}
