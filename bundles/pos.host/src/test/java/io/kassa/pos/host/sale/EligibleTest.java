package io.kassa.pos.host.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.sale.BruteForce.Part;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What methods may pay, against every way to pay: carts of a few cents, three methods with overlapping labels and cash, payments,
 * and changes after payments. The carts grow, so that the first that fails is small. Print is the seed;
 * {@code -Dallocation.seed} plays it again, {@code -Dallocation.rounds} plays more.
 */
class EligibleTest {

    private static final int ROUNDS = Integer.getInteger("allocation.rounds", 1_500);
    private static final Map<String, Set<String>> METHODS = methods();

    private final long seed = Long.getLong("allocation.seed", System.nanoTime() % 100_000_000);
    private final Random random = new Random(seed);
    private final List<String> story = new ArrayList<>();

    private static Map<String, Set<String>> methods() {
        Map<String, Set<String>> methods = new LinkedHashMap<>();
        methods.put("wallet", Set.of("sport"));
        methods.put("voucher", Set.of("sport", "food"));
        methods.put("lunch", Set.of("food", "drink"));
        methods.put("cash", Set.of());
        return methods;
    }

    @Test
    void isNeverTooMuchAndNeverLessThanPossible() {
        System.out.println("allocation.seed=" + seed);
        for (int round = 0; round < ROUNDS; round++) {
            story.clear();
            story.add("seed " + seed + ", round " + round);
            play(1 + 5 * round / ROUNDS);
        }
    }

    private void play(int lines) {
        Sale sale = begun(cart(lines));
        story.add(sale.cart().toString());
        for (int step = 0; step < 4 && !sale.due().isNegative(); step++) {
            agree(sale);
            Optional<Sale> next = random.nextInt(4) == 0 ? changed(sale) : paid(sale);
            sale = next.orElse(sale);
        }
    }

    /** Every method may pay what the best of all ways leaves of its lines. */
    private void agree(Sale sale) {
        BruteForce every = new BruteForce(sale.cart());
        for (String method : METHODS.keySet()) {
            Money may = sale.eligible(only(method, sale.cart()), limits(sale.cart()));
            assertThat(Optional.of(may.minor()))
                    .as("%s may, after %s", method, story)
                    .isEqualTo(every.most(parts(sale), lines(method, sale.cart())));
        }
    }

    private Optional<Sale> paid(Sale sale) {
        String method = List.copyOf(METHODS.keySet()).get(random.nextInt(METHODS.size()));
        long may = sale.eligible(only(method, sale.cart()), limits(sale.cart())).minor();
        if (may == 0) {
            return Optional.empty();
        }
        long cents = 1 + random.nextInt((int) may);
        story.add(method + " pays " + cents);
        Sale paid = sale.plus(tender(method, cents, only(method, sale.cart())));
        Sale placed = paid.placed(limits(sale.cart())).orElseThrow(() -> new AssertionError(story.toString()));
        isSound(placed);
        return Optional.of(placed);
    }

    /** A change fits exactly when there is a way in which all that was paid still finds its lines. */
    private Optional<Sale> changed(Sale sale) {
        Sale changed = sale.with(cart(sale.cart().lines().size()));
        story.add("changed to " + changed.cart());
        Optional<Sale> placed = changed.placed(limits(changed.cart()));
        boolean possible = sale.tenders().isEmpty()
                || new BruteForce(changed.cart()).most(parts(changed), Set.of()).isPresent();
        assertThat(placed.isPresent()).as("fits, after %s", story).isEqualTo(possible);
        placed.ifPresentOrElse(this::isSound, () -> story.add("refused"));
        return placed;
    }

    private void isSound(Sale sale) {
        Map<Integer, Long> paid = new TreeMap<>();
        for (Tender tender : sale.tenders()) {
            assertThat(tender.shares().values().stream().mapToLong(Money::minor).sum())
                    .as("what %s pays, after %s", tender.method(), story)
                    .isEqualTo(tender.applied().minor());
            tender.shares().forEach((line, share) -> {
                assertThat(tender.payer().mayPay(line)).as("%s", story).isTrue();
                paid.merge(line, share.minor(), Long::sum);
            });
        }
        TreeMap<Integer, Long> prices = new BruteForce(sale.cart()).prices();
        paid.forEach((line, cents) -> assertThat(cents)
                .as("line %s, after %s", line, story)
                .isLessThanOrEqualTo(prices.getOrDefault(line, 0L)));
    }

    private static List<Part> parts(Sale sale) {
        Set<Integer> all = sale.cart().lines().stream().map(CartLine::number).collect(Collectors.toSet());
        return sale.tenders().stream()
                .map(tender -> new Part(tender.applied().minor(), tender.only().orElse(all)))
                .toList();
    }

    private static Set<Integer> lines(String method, Cart cart) {
        Set<String> labels = METHODS.get(method);
        return cart.lines().stream()
                .filter(line -> method.equals("cash")
                        || line.labels().stream().anyMatch(label -> labels.contains(label.name())))
                .map(CartLine::number)
                .collect(Collectors.toSet());
    }

    private static Optional<Set<Integer>> only(String method, Cart cart) {
        return method.equals("cash") ? Optional.empty() : Optional.of(lines(method, cart));
    }

    private static List<Set<Integer>> limits(Cart cart) {
        return METHODS.keySet().stream()
                .map(method -> only(method, cart))
                .flatMap(Optional::stream)
                .toList();
    }

    private Cart cart(int size) {
        List<CartLine> lines = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            long price = random.nextInt(5) == 0 ? -1 - random.nextInt(2) : random.nextInt(6);
            long quantity = 1 + random.nextInt(4) / 3;
            boolean deposit = random.nextInt(8) == 0;
            long most = deposit || price < 0 ? 0 : price * quantity;
            long discount = random.nextInt(3) == 0 ? random.nextInt((int) most + 1) : 0;
            lines.add(new CartLine(
                    number,
                    "p" + number,
                    "p" + number,
                    labels(),
                    quantity,
                    Money.euro(price),
                    Money.euro(discount),
                    deposit));
        }
        Cart whole = new Cart(Money.EURO, lines, Money.euro(0));
        int most = (int) whole.discountable().minor();
        return new Cart(Money.EURO, lines, Money.euro(random.nextBoolean() ? random.nextInt(most + 1) : 0));
    }

    private Set<ProductLabel> labels() {
        Set<ProductLabel> labels = new HashSet<>();
        for (String label : List.of("sport", "food", "drink")) {
            if (random.nextInt(3) == 0) {
                labels.add(new ProductLabel(label));
            }
        }
        return labels;
    }

    private static Sale begun(Cart cart) {
        return new Sale(
                new SaleId("R1-1"), "R1", "Aino", Sale.State.OPEN, Instant.EPOCH, Optional.empty(), 1, cart, List.of());
    }

    private Tender tender(String method, long cents, Optional<Set<Integer>> only) {
        return new Tender(
                new AttemptId("a" + random.nextInt(Integer.MAX_VALUE)),
                method,
                new Message("name", List.of(), Map.of("en", method)),
                Optional.empty(),
                Money.euro(cents),
                Money.euro(cents),
                Money.euro(0),
                Money.euro(0),
                false,
                Evidence.ATTESTED,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Instant.EPOCH,
                only,
                new TreeMap<>());
    }
}
