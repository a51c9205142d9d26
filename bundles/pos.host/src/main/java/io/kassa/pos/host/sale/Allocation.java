package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which payer pays which line. Payers with limits are placed first; those without fill the lines that the fewest others may
 * pay. What stands in somebody's way is moved elsewhere where that helps (a maximum flow from payers to lines), so the answer
 * does not depend on the order in which people paid.
 */
public final class Allocation {

    private final SortedMap<Integer, Money> lines;
    private final Currency currency;
    private final List<Set<Integer>> limits;

    /**
     * @param lines line number to what it costs
     * @param limits the lines that each of the limited methods of the register may pay: others keep away from those if they can
     */
    public Allocation(SortedMap<Integer, Money> lines, Currency currency, List<Set<Integer>> limits) {
        this.lines = new TreeMap<>(lines);
        this.currency = currency;
        this.limits = List.copyOf(limits);
    }

    /** Payer to line to amount; empty when they cannot all be placed. */
    public Optional<Map<String, SortedMap<Integer, Money>>> place(List<Payer> payers) {
        Flow flow = new Flow(lines, payers, demand());
        for (Payer payer : inOrder(payers)) {
            if (flow.push(payers.indexOf(payer), payer.amount().minor())
                    < payer.amount().minor()) {
                return Optional.empty();
            }
        }
        Map<String, SortedMap<Integer, Money>> placed = new HashMap<>();
        for (int i = 0; i < payers.size(); i++) {
            SortedMap<Integer, Money> share = new TreeMap<>();
            flow.of(i).forEach((line, cents) -> share.put(line, new Money(cents, currency)));
            placed.put(payers.get(i).id(), share);
        }
        return Optional.of(placed);
    }

    /** The most that one more payer with that limit can pay while the others keep paying all they do. */
    public Money most(List<Payer> payers, Optional<Set<Integer>> only) {
        List<Payer> all = new ArrayList<>(payers);
        all.add(new Payer("", Money.zero(currency), only));
        Flow flow = new Flow(lines, all, demand());
        for (Payer payer : inOrder(payers)) {
            flow.push(all.indexOf(payer), payer.amount().minor());
        }
        return new Money(flow.push(payers.size(), Long.MAX_VALUE), currency);
    }

    private static List<Payer> inOrder(List<Payer> payers) {
        return payers.stream()
                .sorted((a, b) -> Integer.compare(
                        a.only().map(Set::size).orElse(Integer.MAX_VALUE),
                        b.only().map(Set::size).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private Map<Integer, Integer> demand() {
        Map<Integer, Integer> demand = new HashMap<>();
        for (Integer line : lines.keySet()) {
            demand.put(line, (int)
                    limits.stream().filter(limit -> limit.contains(line)).count());
        }
        return demand;
    }
}
