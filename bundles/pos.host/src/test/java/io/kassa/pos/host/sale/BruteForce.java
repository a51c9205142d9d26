package io.kassa.pos.host.sale;

import io.kassa.pos.spi.product.ProductLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tries every way in which every cent can be paid, one cent after another. Only for carts of a few cents; nothing in it is clever.
 */
final class BruteForce {

    /** A payer of some cents of some lines. */
    record Part(long cents, Set<Integer> lines) {}

    private final Cart cart;
    private final List<Integer> numbers = new ArrayList<>();
    private final TreeMap<Integer, Long> prices = new TreeMap<>();

    BruteForce(Cart cart) {
        this.cart = cart;
        for (CartLine line : cart.lines()) {
            long net =
                    line.unitPrice().minor() * line.quantity() - line.discount().minor();
            if (net >= 0) {
                prices.put(line.number(), net);
            }
        }
        takeOff(cart.discount().minor());
        numbers.addAll(prices.keySet());
    }

    /** A discount on the sale: to each line its share, rounded down; the cents that are left to the largest rests. */
    private void takeOff(long discount) {
        if (discount == 0) {
            return;
        }
        TreeMap<Integer, Long> whole = new TreeMap<>(prices);
        cart.lines().stream().filter(CartLine::deposit).forEach(line -> whole.remove(line.number()));
        long sum = whole.values().stream().mapToLong(cents -> cents).sum();
        List<Integer> byRest = new ArrayList<>(whole.keySet());
        long left = discount;
        for (Integer line : whole.keySet()) {
            long share = discount * whole.get(line) / sum;
            prices.merge(line, -share, Long::sum);
            left -= share;
        }
        byRest.sort((a, b) -> Long.compare(discount * whole.get(b) % sum, discount * whole.get(a) % sum));
        for (int i = 0; i < left; i++) {
            prices.merge(byRest.get(i), -1L, Long::sum);
        }
    }

    TreeMap<Integer, Long> prices() {
        return prices;
    }

    /** The most cents of those lines that nobody pays yet, in the best of all ways; empty when there is no way. */
    Optional<Long> most(List<Part> paid, Set<Integer> lines) {
        Set<List<Long>> ways = everyWay(paid);
        return ways.stream().map(way -> left(way, lines)).max(Long::compare);
    }

    /** What is left of each line after all have paid, in every way; what is taken back pays first. */
    private Set<List<Long>> everyWay(List<Part> paid) {
        List<Part> all = new ArrayList<>();
        for (CartLine line : cart.lines()) {
            long back = -(line.unitPrice().minor() * line.quantity());
            if (back > 0) {
                long there = mostOf(all, back, alike(line));
                all.add(new Part(there, alike(line)));
                all.add(new Part(back - there, Set.copyOf(numbers)));
            }
        }
        all.addAll(paid);
        return afterwards(all);
    }

    /** The most that one more payer of those lines finds room for, up to what it has. */
    private long mostOf(List<Part> before, long cents, Set<Integer> lines) {
        long most = 0;
        for (long some = 1; some <= cents; some++) {
            List<Part> all = new ArrayList<>(before);
            all.add(new Part(some, lines));
            most = afterwards(all).isEmpty() ? most : some;
        }
        return most;
    }

    private Set<Integer> alike(CartLine credit) {
        Set<Integer> alike = new HashSet<>();
        for (CartLine line : cart.lines()) {
            Set<ProductLabel> both = new HashSet<>(line.labels());
            both.retainAll(credit.labels());
            if (!both.isEmpty() && numbers.contains(line.number())) {
                alike.add(line.number());
            }
        }
        return alike;
    }

    private Set<List<Long>> afterwards(List<Part> all) {
        Set<List<Long>> ways = Set.of(List.copyOf(prices.values()));
        for (Part part : all) {
            for (long cent = 0; cent < part.cents(); cent++) {
                ways = oneCentMore(ways, part.lines());
            }
        }
        return ways;
    }

    private Set<List<Long>> oneCentMore(Set<List<Long>> ways, Set<Integer> lines) {
        Set<List<Long>> more = new HashSet<>();
        for (List<Long> way : ways) {
            for (int i = 0; i < numbers.size(); i++) {
                if (lines.contains(numbers.get(i)) && way.get(i) > 0) {
                    List<Long> paid = new ArrayList<>(way);
                    paid.set(i, way.get(i) - 1);
                    more.add(Collections.unmodifiableList(paid));
                }
            }
        }
        return more;
    }

    private long left(List<Long> way, Set<Integer> lines) {
        long left = 0;
        for (int i = 0; i < numbers.size(); i++) {
            left += lines.contains(numbers.get(i)) ? way.get(i) : 0;
        }
        return left;
    }
}
