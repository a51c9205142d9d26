package io.kassa.itests.crash;

import io.kassa.itests.crash.Visit.Back;
import io.kassa.itests.crash.Visit.End;
import io.kassa.itests.crash.Visit.Way;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** The flows of a shop: those that are cut at every step, and seeded ones. Prices are the demo's: gym 10.00, drink 3.00. */
final class Stories {

    private Stories() {}

    /** Each is told anew for every step that it is cut at. */
    static final int COUNT = 13;

    static final int KEEPS_A_RECEIPT = 5;
    static final int USES_A_KEPT_RECEIPT = 6;

    static Visit story(int number, long seed) {
        return switch (number) {
            case 0 -> new Visit("scanned", seed).buys("gym-visit", 1).pays(Way.SCAN, 1000);
            case 1 ->
                new Visit("cash, then scanned, partly given back", seed)
                        .buys("gym-visit", 1)
                        .buys("drink", 1)
                        .pays(Way.CASH, 500)
                        .pays(Way.SCAN, 800)
                        .givesBack(Back.PART);
            case 2 ->
                new Visit("paid too much, all given back", seed)
                        .buys("gym-visit", 1)
                        .pays(Way.SCAN, 1250)
                        .givesBack(Back.ALL);
            case 3 ->
                new Visit("typed, given back by its id", seed)
                        .buys("gym-visit", 1)
                        .pays(Way.TYPED, 1000)
                        .givesBack(Back.ALL);
            case 4 ->
                new Visit("given up, then by card", seed)
                        .buys("gym-visit", 1)
                        .pays(Way.GIVE_UP, 0)
                        .pays(Way.CARD, 0);
            case 5 ->
                new Visit("cancelled, receipt kept", seed)
                        .buys("gym-visit", 1)
                        .pays(Way.SCAN, 1000)
                        .ends(End.KEEP);
            case 6 ->
                new Visit("a kept receipt used", seed).buys("gym-visit", 1).pays(Way.UNUSED, 0);
            case 7 ->
                new Visit("cancelled, refunded at once", seed)
                        .buys("gym-visit", 1)
                        .pays(Way.SCAN, 1000)
                        .ends(End.REFUND);
            case 8 ->
                new Visit("two receipts and cash, all given back", seed)
                        .buys("gym-visit", 2)
                        .buys("drink", 1)
                        .pays(Way.SCAN, 1000)
                        .pays(Way.SCAN, 700)
                        .pays(Way.CASH, 0)
                        .givesBack(Back.ALL);
            case 9 ->
                new Visit("typed, taken out, then scanned, which stays", seed)
                        .buys("gym-visit", 1)
                        .pays(Way.TYPED, 1000)
                        .takesItOut()
                        .pays(Way.SCAN, 1000)
                        .takesItOut();
            case 10 ->
                new Visit("cash, taken out, then by card", seed)
                        .buys("drink", 1)
                        .pays(Way.CASH, 1000)
                        .takesItOut()
                        .pays(Way.CARD, 0);
            case 11 ->
                new Visit("typed, its id added, all given back", seed)
                        .buys("gym-visit", 1)
                        .pays(Way.TYPED, 1000)
                        .addsItsId()
                        .givesBack(Back.ALL);
            default -> new Visit("cash with change", seed).buys("drink", 2).pays(Way.CASH, 1000);
        };
    }

    /** A customer of the seed's own. */
    static Visit any(long seed) {
        Random random = new Random(seed);
        Visit visit = new Visit("any " + seed, random.nextLong());
        visit.buys("gym-visit", 1 + random.nextInt(3));
        if (random.nextBoolean()) {
            visit.buys(random.nextBoolean() ? "drink" : "coffee", 1 + random.nextInt(2));
        }
        long label = visit.items.get("gym-visit") * 1000L;
        if (random.nextInt(6) == 0) {
            visit.pays(Way.GIVE_UP, 0);
        }
        if (random.nextInt(3) == 0) {
            // there are no coins of one and two cents
            visit.pays(Way.CASH, 100 + 5 * random.nextInt(40));
        }
        if (random.nextInt(5) == 0) {
            visit.pays(random.nextBoolean() ? Way.TYPED : Way.CASH, 500).takesItOut();
        }
        if (random.nextInt(8) == 0) {
            visit.pays(Way.UNUSED, 0);
        } else {
            long[] parts = random.nextInt(3) == 0 ? halves(label, random) : new long[] {label};
            LongStream.of(parts).forEach(part -> {
                long cents = random.nextInt(5) == 0 ? part + 1 + random.nextInt(300) : part;
                boolean typed = random.nextInt(5) == 0;
                visit.pays(typed ? Way.TYPED : Way.SCAN, cents);
                if (typed && random.nextBoolean()) {
                    visit.addsItsId();
                }
            });
        }
        visit.pays(random.nextBoolean() ? Way.CARD : Way.CASH, 0);
        visit.ends(List.of(End.COMPLETE, End.COMPLETE, End.COMPLETE, End.COMPLETE, End.KEEP, End.REFUND)
                .get(random.nextInt(6)));
        visit.givesBack(Back.values()[random.nextInt(3)]);
        return visit;
    }

    private static long[] halves(long cents, Random random) {
        long first = 100 + random.nextInt((int) cents - 200);
        return new long[] {first, cents - first};
    }
}
