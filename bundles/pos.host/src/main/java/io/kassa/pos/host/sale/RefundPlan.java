package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of each payment goes back: a line's money goes back the way it came, along the allocation of its payments, and
 * never more than is left of each (rule R1).
 */
public final class RefundPlan {

    /** The key under which a payment's surplus stands beside its lines. */
    public static final int SURPLUS = 0;

    /** The key under which cash rounding stands beside the lines, above or below zero. */
    public static final int ROUNDING = -1;

    private RefundPlan() {}

    /**
     * A payment and what can still go back of it.
     *
     * @param open line number, {@link #SURPLUS} or {@link #ROUNDING}, to what did not go back yet and is not on its way
     */
    public record Source(AttemptId payment, SortedMap<Integer, Money> open) {

        private Money left(Currency currency) {
            return sum(open, currency);
        }

        private boolean isAll(SortedMap<Integer, Money> shares) {
            return owed(open).equals(shares);
        }
    }

    /** @param shares line number, {@link #SURPLUS} or {@link #ROUNDING}, to what goes back of this payment for it */
    public record Part(AttemptId payment, SortedMap<Integer, Money> shares) {

        public Money amount(Currency currency) {
            return sum(shares, currency);
        }

        /**
         * What is handed over for it. With the last of a payment goes what rounding did to it when it was paid; cash is rounded
         * again; and never goes back more than is left (rule R1).
         */
        public Part handedOver(Source source, boolean inCash, Currency currency) {
            SortedMap<Integer, Money> all = owed(shares);
            Money none = Money.zero(currency);
            Money paid = source.isAll(all) ? source.open().getOrDefault(ROUNDING, none) : none;
            Money exact = sum(all, currency).plus(paid);
            Money left = source.left(currency);
            Money amount = inCash ? CashRounding.rounded(exact) : exact;
            if (amount.isMoreThan(left)) {
                amount = inCash ? CashRounding.roundedDown(left) : left;
            }
            Money rounding = amount.minus(sum(all, currency));
            if (!rounding.isZero()) {
                all.put(ROUNDING, rounding);
            }
            return new Part(payment, all);
        }
    }

    /** Everything that can still go back, surplus included. */
    public static List<Part> everything(List<Source> sources) {
        return sources.stream()
                .map(source -> new Part(source.payment(), owed(source.open())))
                .filter(part -> !part.shares().isEmpty())
                .toList();
    }

    /**
     * @param lines line number to what goes back for it, each at most {@link #open} says
     * @throws IllegalArgumentException when a line asks for more: callers look first
     */
    public static List<Part> of(List<Source> sources, Map<Integer, Money> lines) {
        List<SortedMap<Integer, Money>> shares = new ArrayList<>();
        sources.forEach(source -> shares.add(new TreeMap<>()));
        lines.forEach((line, amount) -> {
            SortedMap<Integer, Money> weights = new TreeMap<>();
            for (int i = 0; i < sources.size(); i++) {
                weights.put(i, sources.get(i).open().getOrDefault(line, Money.zero(amount.currency())));
            }
            if (amount.isMoreThan(open(sources, line, amount.currency())) || amount.isNegative()) {
                throw new IllegalArgumentException("More than is left of line " + line);
            }
            Shares.byLargestRemainder(amount, weights)
                    .forEach((source, share) -> shares.get(source).put(line, share));
        });
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            SortedMap<Integer, Money> share = owed(shares.get(i));
            if (!share.isEmpty()) {
                parts.add(new Part(sources.get(i).payment(), share));
            }
        }
        return parts;
    }

    /** The most that can still go back for a line, all its payments together. */
    public static Money open(List<Source> sources, int line, Currency currency) {
        Money none = Money.zero(currency);
        return sources.stream()
                .map(source -> source.open().getOrDefault(line, none))
                .reduce(none, Money::plus);
    }

    private static Money sum(SortedMap<Integer, Money> amounts, Currency currency) {
        return amounts.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    /** Lines and surplus; rounding is of the whole. */
    private static SortedMap<Integer, Money> owed(SortedMap<Integer, Money> all) {
        SortedMap<Integer, Money> owed = new TreeMap<>(all);
        owed.remove(ROUNDING);
        owed.values().removeIf(amount -> !amount.isPositive());
        return owed;
    }
}
