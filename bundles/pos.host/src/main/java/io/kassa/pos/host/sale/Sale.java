package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sale with its payments.
 *
 * @param revision grows with every change
 */
public record Sale(
        SaleId id,
        String register,
        String cashier,
        State state,
        Instant openedAt,
        Optional<Instant> closedAt,
        long revision,
        Cart cart,
        List<Tender> tenders) {

    public enum State {
        OPEN,
        COMPLETED,
        CANCELLED
    }

    public Sale {
        tenders = List.copyOf(tenders);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public Money due() {
        return cart.due();
    }

    public Money left() {
        return due().minus(sum(tenders.stream().map(Tender::applied).toList()));
    }

    public Money tendered() {
        return sum(tenders.stream().map(Tender::tendered).toList());
    }

    public Money change() {
        return sum(tenders.stream().map(Tender::change).toList());
    }

    /** What cash rounding put on what was due, or took off. */
    public Money rounding() {
        return sum(tenders.stream().map(Tender::rounding).toList());
    }

    /** The highest number of a line that is in the cart, or was there when a payment was taken: none of them is given again. */
    public int highestLine() {
        return IntStream.concat(
                        cart.lines().stream().mapToInt(CartLine::number),
                        tenders.stream()
                                .flatMap(tender -> tender.only().stream())
                                .flatMap(Set::stream)
                                .mapToInt(Integer::intValue))
                .max()
                .orElse(0);
    }

    /** Whether this is still the sale that was looked at: a sale counts its changes from the beginning, as the one before it did. */
    public boolean isAsIn(Sale seen) {
        return id.equals(seen.id()) && revision == seen.revision();
    }

    public Optional<Tender> tender(AttemptId attempt) {
        return tenders.stream().filter(t -> t.attempt().equals(attempt)).findFirst();
    }

    /** The most that one more payment with that limit can pay now. */
    public Money eligible(Optional<Set<Integer>> only, List<Set<Integer>> limits) {
        return allocation(limits).most(payers(), only);
    }

    /** This sale with its payments placed anew; empty when what was paid does not fit the lines. */
    public Optional<Sale> placed(List<Set<Integer>> limits) {
        return tenders.isEmpty()
                ? Optional.of(this)
                : allocation(limits).place(payers()).map(this::with);
    }

    /** This sale after one more change was stored. */
    public Sale stored() {
        return new Sale(id, register, cashier, state, openedAt, closedAt, revision + 1, cart, tenders);
    }

    public Sale with(Cart changed) {
        return new Sale(id, register, cashier, state, openedAt, closedAt, revision, changed, tenders);
    }

    public Sale plus(Tender tender) {
        List<Tender> more = new ArrayList<>(tenders);
        more.add(tender);
        return withTenders(more);
    }

    public Sale without(AttemptId tender) {
        return withTenders(
                tenders.stream().filter(t -> !t.attempt().equals(tender)).toList());
    }

    private Sale withTenders(List<Tender> changed) {
        return new Sale(id, register, cashier, state, openedAt, closedAt, revision, cart, changed);
    }

    private Sale with(Map<String, SortedMap<Integer, Money>> shares) {
        return withTenders(tenders.stream()
                .map(t -> t.with(shares.get(t.attempt().value())))
                .toList());
    }

    private Allocation allocation(List<Set<Integer>> limits) {
        SortedMap<Integer, Money> sold = cart.amounts();
        sold.values().removeIf(Money::isNegative);
        return new Allocation(sold, cart.currency(), limits);
    }

    /** What is taken back pays lines as money does. */
    private List<Payer> payers() {
        return Stream.concat(Credits.of(cart).stream(), tenders.stream().map(Tender::payer))
                .toList();
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(cart.currency()), Money::plus);
    }
}
