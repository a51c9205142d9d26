package io.kassa.pos.host.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A sale in the model: additions and subtractions of cents, and nothing clever. */
final class ModelSale {

    static final class Line {
        final String product;
        final long price;
        final boolean labelled;
        long quantity;
        long discount;

        Line(String product, long price, boolean labelled) {
            this.product = product;
            this.price = price;
            this.labelled = labelled;
        }

        long net() {
            return price * quantity - discount;
        }
    }

    static final class Tender {
        final String attempt;
        final String method;
        final long tendered;
        final long applied;
        final long change;
        final Optional<Set<Integer>> only;
        final boolean vouched;
        Optional<String> transaction;
        long refunded;
        long pending;

        Tender(
                String attempt,
                String method,
                long tendered,
                long applied,
                long change,
                Optional<Set<Integer>> only,
                boolean vouched,
                Optional<String> transaction) {
            this.attempt = attempt;
            this.method = method;
            this.tendered = tendered;
            this.applied = applied;
            this.change = change;
            this.only = only;
            this.vouched = vouched;
            this.transaction = transaction;
        }

        long kept() {
            return tendered - change;
        }

        long surplus() {
            return kept() - applied;
        }

        boolean isRemovable() {
            return transaction.isEmpty();
        }
    }

    /** A part of a refund that may still end in any way. */
    static final class Part {
        final String attempt;
        final Tender of;
        final long cents;
        final Map<Integer, Long> lines;
        String state;

        Part(String attempt, Tender of, long cents, Map<Integer, Long> lines, String state) {
            this.attempt = attempt;
            this.of = of;
            this.cents = cents;
            this.lines = lines;
            this.state = state;
        }

        boolean isPending() {
            return Set.of("OPEN", "WAITING", "UNKNOWN").contains(state);
        }

        boolean counts() {
            return isPending() || state.equals("REFUNDED");
        }
    }

    final String id;
    final String register;
    final TreeMap<Integer, Line> lines = new TreeMap<>();
    final List<Tender> tenders = new ArrayList<>();
    final Map<String, List<Part>> refunds = new LinkedHashMap<>();
    long discount;
    String state = "OPEN";

    ModelSale(String id, String register) {
        this.id = id;
        this.register = register;
    }

    long gross() {
        return lines.values().stream().mapToLong(Line::net).sum();
    }

    long due() {
        return gross() - discount;
    }

    long applied() {
        return tenders.stream().mapToLong(tender -> tender.applied).sum();
    }

    long left() {
        return due() - applied();
    }

    /** What each line costs, the discount on the sale spread by largest remainder. */
    TreeMap<Integer, Long> amounts() {
        TreeMap<Integer, Long> amounts = new TreeMap<>();
        long gross = gross();
        long rest = discount;
        for (var line : lines.entrySet()) {
            long share = gross == 0 ? 0 : discount * line.getValue().net() / gross;
            amounts.put(line.getKey(), line.getValue().net() - share);
            rest -= share;
        }
        List<Integer> order = new ArrayList<>(lines.keySet());
        order.sort((one, other) -> Long.compare(remainder(other, gross), remainder(one, gross)));
        for (int i = 0; i < rest; i++) {
            amounts.merge(order.get(i), -1L, Long::sum);
        }
        return amounts;
    }

    private long remainder(int line, long gross) {
        return gross == 0 ? 0 : discount * lines.get(line).net() % gross;
    }

    /** None is given again that a payment may be for. */
    int nextLine() {
        return 1
                + Stream.concat(
                                lines.keySet().stream(),
                                tenders.stream()
                                        .flatMap(tender -> tender.only.stream().flatMap(Set::stream)))
                        .max(Integer::compare)
                        .orElse(0);
    }

    Set<Integer> labelled() {
        Set<Integer> labelled = new TreeSet<>();
        lines.forEach((number, line) -> {
            if (line.labelled) {
                labelled.add(number);
            }
        });
        return labelled;
    }

    /**
     * The most that one more payer of those lines can pay: in every group of lines that holds all of them there must be room for
     * all who can pay nowhere else (Hall's marriage theorem, tried for every group).
     */
    long eligible(Set<Integer> mine) {
        long most = Long.MAX_VALUE;
        for (Set<Integer> group : groups()) {
            if (group.containsAll(mine)) {
                most = Math.min(most, room(group));
            }
        }
        return most;
    }

    /** Whether all who paid still find lines to pay. */
    boolean fits() {
        return discount <= gross() && groups().stream().allMatch(group -> room(group) >= 0);
    }

    private long room(Set<Integer> group) {
        TreeMap<Integer, Long> amounts = amounts();
        long room = group.stream().mapToLong(amounts::get).sum();
        for (Tender tender : tenders) {
            Set<Integer> may = new TreeSet<>(lines.keySet());
            tender.only.ifPresent(may::retainAll);
            room -= group.containsAll(may) ? tender.applied : 0;
        }
        return room;
    }

    private List<Set<Integer>> groups() {
        List<Integer> numbers = new ArrayList<>(lines.keySet());
        List<Set<Integer>> groups = new ArrayList<>();
        for (int bits = 0; bits < 1 << numbers.size(); bits++) {
            Set<Integer> group = new TreeSet<>();
            for (int i = 0; i < numbers.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    group.add(numbers.get(i));
                }
            }
            groups.add(group);
        }
        return groups;
    }

    List<Part> parts() {
        return refunds.values().stream().flatMap(List::stream).toList();
    }

    /** Whether that payment has that receipt. */
    boolean holds(String attempt, String transaction) {
        return tenders.stream()
                .anyMatch(tender -> tender.attempt.equals(attempt)
                        && tender.transaction.filter(transaction::equals).isPresent());
    }

    Optional<Part> open() {
        return parts().stream().filter(part -> part.state.equals("OPEN")).findFirst();
    }

    /** What can still go back of a line. */
    long refundable(int line) {
        long gone = parts().stream()
                .filter(Part::counts)
                .mapToLong(part -> part.lines.getOrDefault(line, 0L))
                .sum();
        return amounts().get(line) - gone;
    }

    /** What can still go back beyond the lines. */
    long surplus() {
        long all = tenders.stream().mapToLong(Tender::surplus).sum();
        long gone = parts().stream()
                .filter(Part::counts)
                .mapToLong(part -> part.lines.getOrDefault(0, 0L))
                .sum();
        return all - gone;
    }
}
