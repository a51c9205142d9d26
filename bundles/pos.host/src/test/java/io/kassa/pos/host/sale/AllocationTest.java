package io.kassa.pos.host.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @Test
    void restrictedPayersMoveAsideForMoreRestrictedOnes() {
        SortedMap<Integer, Money> lines = lines(5, 5);
        Allocation allocation = new Allocation(lines, Money.EURO, List.of());
        Payer both = new Payer("both", Money.euro(5), Optional.of(Set.of(1, 2)));
        assertThat(allocation.most(List.of(both), Optional.of(Set.of(1)))).isEqualTo(Money.euro(5));
        assertThat(allocation.most(List.of(both), Optional.of(Set.of(2)))).isEqualTo(Money.euro(5));
    }

    @Test
    void unrestrictedPayersFillTheLinesThatNobodyElseMayPayFirst() {
        Allocation allocation = new Allocation(lines(10, 3), Money.EURO, List.of(Set.of(1)));
        Payer cash = new Payer("cash", Money.euro(5), Optional.empty());
        assertThat(allocation.place(List.of(cash)).orElseThrow().get("cash"))
                .isEqualTo(new TreeMap<>(Map.of(1, Money.euro(2), 2, Money.euro(3))));
    }

    @Test
    void whatDoesNotFitIsNotPlaced() {
        Allocation allocation = new Allocation(lines(10, 3), Money.EURO, List.of());
        assertThat(allocation.place(List.of(new Payer("a", Money.euro(4), Optional.of(Set.of(2))))))
                .isEmpty();
    }

    /** Tiny carts, all placements tried out by hand: the same answer, whatever the order. */
    @Test
    void theMostIsWhatBruteForceFinds() {
        Random random = new Random(20260504);
        for (int round = 0; round < 400; round++) {
            SortedMap<Integer, Money> lines = lines(random.nextInt(4), random.nextInt(4), random.nextInt(4));
            List<Payer> payers = new ArrayList<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                payers.add(new Payer("p" + i, Money.euro(1 + random.nextInt(3)), only(random)));
            }
            Optional<Set<Integer>> wanted = only(random);
            Allocation allocation = new Allocation(lines, Money.EURO, List.of());
            long[] spare = lines.values().stream().mapToLong(Money::minor).toArray();
            long expected = brute(spare, payers, 0, wanted);
            assertThat(allocation.place(payers).isPresent()).isEqualTo(expected >= 0);
            if (expected >= 0) {
                assertThat(allocation.most(payers, wanted).minor())
                        .as("%s %s %s", lines, payers, wanted)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void placementsNeitherOverpayALineNorLoseACent() {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            SortedMap<Integer, Money> lines = lines(random.nextInt(9), random.nextInt(9), random.nextInt(9));
            List<Payer> payers = List.of(
                    new Payer("a", Money.euro(1 + random.nextInt(6)), only(random)),
                    new Payer("b", Money.euro(1 + random.nextInt(6)), Optional.empty()));
            new Allocation(lines, Money.EURO, List.of(Set.of(2))).place(payers).ifPresent(placed -> {
                for (Payer payer : payers) {
                    SortedMap<Integer, Money> share = placed.get(payer.id());
                    assertThat(share.values().stream().reduce(Money.euro(0), Money::plus))
                            .isEqualTo(payer.amount());
                    assertThat(share.keySet()).allMatch(payer::mayPay);
                }
                lines.forEach((line, amount) -> assertThat(placed.values().stream()
                                .map(share -> share.getOrDefault(line, Money.euro(0)))
                                .reduce(Money.euro(0), Money::plus))
                        .isLessThanOrEqualTo(amount));
            });
        }
    }

    /** The most on wanted lines when every payer is placed cent by cent; -1 when they cannot be placed. */
    private static long brute(long[] spare, List<Payer> payers, int next, Optional<Set<Integer>> wanted) {
        if (next == payers.size()) {
            long most = 0;
            for (int line = 0; line < spare.length; line++) {
                int number = line + 1;
                most += wanted.map(set -> set.contains(number)).orElse(true) ? spare[line] : 0;
            }
            return most;
        }
        return place(spare, payers, next, payers.get(next).amount().minor(), 0, wanted);
    }

    private static long place(
            long[] spare, List<Payer> payers, int payer, long rest, int line, Optional<Set<Integer>> wanted) {
        if (line == spare.length) {
            return rest == 0 ? brute(spare, payers, payer + 1, wanted) : -1;
        }
        long best = -1;
        long most = payers.get(payer).mayPay(line + 1) ? Math.min(rest, spare[line]) : 0;
        for (long here = 0; here <= most; here++) {
            spare[line] -= here;
            best = Math.max(best, place(spare, payers, payer, rest - here, line + 1, wanted));
            spare[line] += here;
        }
        return best;
    }

    private static Optional<Set<Integer>> only(Random random) {
        if (random.nextInt(3) == 0) {
            return Optional.empty();
        }
        Set<Integer> only = new HashSet<>();
        for (int line = 1; line <= 3; line++) {
            if (random.nextBoolean()) {
                only.add(line);
            }
        }
        return Optional.of(only);
    }

    private static SortedMap<Integer, Money> lines(long... cents) {
        SortedMap<Integer, Money> lines = new TreeMap<>();
        for (int i = 0; i < cents.length; i++) {
            lines.put(i + 1, Money.euro(cents[i]));
        }
        return lines;
    }
}
