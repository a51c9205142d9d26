package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Spreads an amount over weights to the cent: nothing is lost, and nobody gets more than a cent beyond their share. */
public final class Shares {

    private Shares() {}

    private record Rest(int key, BigInteger remainder) {}

    /**
     * Largest remainder; ties go to the lowest key. An amount up to the sum of the weights never gives anyone more than
     * their weight.
     */
    public static SortedMap<Integer, Money> byLargestRemainder(Money amount, SortedMap<Integer, Money> weights) {
        Money sum = weights.values().stream().reduce(Money.zero(amount.currency()), Money::plus);
        SortedMap<Integer, Money> shares = new TreeMap<>();
        List<Rest> rests = new ArrayList<>();
        if (amount.isZero() || sum.isZero()) {
            weights.keySet().forEach(key -> shares.put(key, Money.zero(amount.currency())));
            return shares;
        }
        long given = 0;
        for (var weight : weights.entrySet()) {
            BigInteger[] parts = BigInteger.valueOf(amount.minor())
                    .multiply(BigInteger.valueOf(weight.getValue().minor()))
                    .divideAndRemainder(BigInteger.valueOf(sum.minor()));
            long share = parts[0].longValueExact();
            given += share;
            shares.put(weight.getKey(), new Money(share, amount.currency()));
            rests.add(new Rest(weight.getKey(), parts[1]));
        }
        rests.sort(Comparator.comparing(Rest::remainder).reversed().thenComparing(Rest::key));
        Money cent = new Money(1, amount.currency());
        for (int i = 0; i < amount.minor() - given; i++) {
            shares.merge(rests.get(i).key(), cent, Money::plus);
        }
        return shares;
    }
}
