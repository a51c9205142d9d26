package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A flow of cents from payers to lines, grown along shortest augmenting paths (Edmonds and Karp). */
final class Flow {

    private final List<Payer> payers;
    private final int[] numbers;
    private final long[] spare;
    private final long[][] paid;

    /** @param demand lines that few may pay are filled first */
    Flow(SortedMap<Integer, Money> lines, List<Payer> payers, Map<Integer, Integer> demand) {
        this.payers = payers;
        this.numbers = lines.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(demand::get).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.spare = Arrays.stream(numbers).mapToLong(n -> lines.get(n).minor()).toArray();
        this.paid = new long[payers.size()][numbers.length];
    }

    /** Pushes up to that many cents from a payer; others move aside where they can, and keep paying all they do. */
    long push(int payer, long most) {
        long pushed = 0;
        while (pushed < most) {
            long step = augment(payer, most - pushed);
            if (step == 0) {
                break;
            }
            pushed += step;
        }
        return pushed;
    }

    SortedMap<Integer, Long> of(int payer) {
        SortedMap<Integer, Long> share = new TreeMap<>();
        for (int line = 0; line < numbers.length; line++) {
            if (paid[payer][line] > 0) {
                share.put(numbers[line], paid[payer][line]);
            }
        }
        return share;
    }

    private long augment(int start, long most) {
        int[] reachedBy = new int[numbers.length];
        int[] movedFrom = new int[payers.size()];
        Arrays.fill(reachedBy, -1);
        Arrays.fill(movedFrom, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            int payer = queue.remove();
            for (int line = 0; line < numbers.length; line++) {
                if (reachedBy[line] >= 0 || !payers.get(payer).mayPay(numbers[line])) {
                    continue;
                }
                reachedBy[line] = payer;
                if (spare[line] > 0) {
                    return apply(start, line, most, reachedBy, movedFrom);
                }
                for (int other = 0; other < payers.size(); other++) {
                    if (other != start && movedFrom[other] < 0 && paid[other][line] > 0) {
                        movedFrom[other] = line;
                        queue.add(other);
                    }
                }
            }
        }
        return 0;
    }

    private long apply(int start, int end, long most, int[] reachedBy, int[] movedFrom) {
        long amount = Math.min(most, spare[end]);
        for (int payer = reachedBy[end]; payer != start; payer = reachedBy[movedFrom[payer]]) {
            amount = Math.min(amount, paid[payer][movedFrom[payer]]);
        }
        spare[end] -= amount;
        int line = end;
        for (int payer = reachedBy[end]; payer != start; payer = reachedBy[line]) {
            paid[payer][line] += amount;
            line = movedFrom[payer];
            paid[payer][line] -= amount;
        }
        paid[start][line] += amount;
        return amount;
    }
}
