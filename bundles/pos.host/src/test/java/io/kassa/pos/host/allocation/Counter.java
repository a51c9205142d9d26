package io.kassa.pos.host.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.receipts.Booking;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.selling.LineView;
import io.kassa.pos.host.selling.MethodButton;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.host.selling.TenderView;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.product.ProductLabel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A register that understands the tables: products, payments, changes, and what the panel shows. */
final class Counter {

    private static final String VOUCHER = "voucher";
    static final Map<String, String> ACCOUNTS =
            Map.of("cash", "1900", "card", "1910", ScriptedWallet.ID, "1955", VOUCHER, "1956");

    private final Shop shop;
    private final Till till;
    private int receipts;

    Counter(Shop shop) {
        this.shop = shop;
        List<String> methods = List.of("cash", "card", ScriptedWallet.ID, VOUCHER);
        shop.takeFilterAway.run();
        shop.methods.add(ScriptedWallet.ID, labels -> labels.contains(new ProductLabel("sport")), Rank.PLAIN);
        shop.methods.add(
                VOUCHER, ScriptedWallet.other(shop.ledger.claims(), VOUCHER, "voucher:https://voucher"), Rank.PLAIN);
        shop.methods.add(
                VOUCHER,
                labels -> labels.contains(new ProductLabel("sport")) || labels.contains(new ProductLabel("food")),
                Rank.PLAIN);
        shop.ledger.books().write(tx -> {
            new ShopTable(tx).save(new RegisterSettings("R1", "Register 1", methods));
            methods.forEach(method -> save(new MethodTable(tx), method));
            return null;
        });
        this.till = shop.till("R1");
    }

    /** Cash is rounded; what gives no change has an account for what is over. */
    private static void save(MethodTable table, String method) {
        boolean cash = method.equals("cash");
        boolean plugIn = !cash && !method.equals("card");
        MethodSettings settings =
                new MethodSettings(true, ACCOUNTS.get(method), plugIn ? "3990" : "", true, false, cash);
        table.save(new MethodTable.Known(method, ScriptedWallet.text(method), settings));
    }

    Till till() {
        return till;
    }

    /** @param sold such as {@code gym 10.00 sport, drink 3.00} */
    void sells(String sold) {
        for (String product : sold.split(", ")) {
            sell(product.split(" "));
        }
    }

    private void sell(String... words) {
        shop.ledger.books().write(tx -> {
            boolean deposit = words.length > 2 && words[2].equals("deposit");
            Set<String> labels = words.length > 2 && !deposit ? Set.of(words[2]) : Set.of();
            new ShopTable(tx)
                    .save(new Product(
                            words[0], words[0], "all", Cents.read(words[1]), labels, true, Optional.empty(), deposit));
            return null;
        });
        till.sells(words[0]);
    }

    /** @param steps what is done and seen, such as {@code wallet may 10.00; wallet 10.00; left 3.00; cash 5.00} */
    void does(String steps) {
        for (String step : steps.split("; ")) {
            if (step.startsWith("refused ")) {
                String[] parts = step.substring("refused ".length()).split(": ");
                step(parts[1].split(" "));
                till.isRefused(parts[0]);
            } else {
                step(step.split(" "));
            }
        }
    }

    private void step(String... words) {
        switch (words[0]) {
            case "left", "due", "change", "rounding" ->
                assertThat(sum(words[0])).as(String.join(" ", words)).isEqualTo(words[1]);
            case "complete" -> till.completes();
            case "add" -> sell(words[1], words[2]);
            case "take" ->
                till.removes(till.sale().tenders().stream()
                        .filter(tender -> tender.method().equals(words[2]))
                        .findFirst()
                        .orElseThrow()
                        .attempt());
            case "discount" -> discount(words);
            default -> payOrChange(words);
        }
    }

    private String sum(String which) {
        SaleView sale = till.sale();
        return Cents.write(
                switch (which) {
                    case "left" -> sale.left();
                    case "due" -> sale.due();
                    case "rounding" -> sale.rounding();
                    default -> sale.change();
                });
    }

    private void discount(String... words) {
        if (words.length == 2) {
            till.discounts(Cents.read(words[1]).minor());
        } else {
            LineView line = line(words[1]);
            till.changesLine(
                    line.number(), line.quantity(), Cents.read(words[2]).minor());
        }
    }

    private void payOrChange(String... words) {
        switch (words[1]) {
            case "×" -> {
                LineView line = line(words[0]);
                till.changesLine(line.number(), Long.parseLong(words[2]), 0);
            }
            case "may" -> {
                MethodButton button = till.button(words[0]);
                assertThat(Cents.write(button.eligible())).as(words[0] + " may").isEqualTo(words[2]);
                assertThat(button.ready()).as(words[0] + " is ready").isTrue();
            }
            case "no:" -> {
                MethodButton button = till.button(words[0]);
                assertThat(button.ready()).as(words[0] + " is ready").isFalse();
                assertThat(button.hint().code()).as(words[0]).isEqualTo(words[2]);
            }
            default -> pay(words[0], Cents.read(words[1]).minor());
        }
    }

    private void pay(String method, long cents) {
        till.paysWith(method);
        if (method.equals("cash") || method.equals("card")) {
            till.enters(cents);
            return;
        }
        till.scans("pay:" + method + ++receipts + ":" + cents);
        if (till.view().attempt().isPresent()) {
            till.isAsked("surplus").answers("surplus", new Answer.Confirmed());
        }
    }

    private LineView line(String product) {
        return till.sale().lines().stream()
                .filter(line -> line.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    /** Which payment pays how much of which line, as the books have it; the screen has to show the same sums. */
    String paid() {
        Sale sale = shop.ledger
                .books()
                .read(tx -> new SaleTable(tx).find(till.sale().id()))
                .orElseThrow();
        String paid = till.sale().lines().stream()
                .filter(line -> line.paid().isPositive())
                .map(line -> line.name() + ": " + shares(sale, line))
                .collect(Collectors.joining("; "));
        return paid.isEmpty() ? "nothing" : paid;
    }

    private static String shares(Sale sale, LineView line) {
        Money paid = sale.tenders().stream()
                .map(tender -> tender.shares().getOrDefault(line.number(), Money.euro(0)))
                .reduce(Money.euro(0), Money::plus);
        assertThat(line.paid()).as("what the screen shows of " + line.name()).isEqualTo(paid);
        return sale.tenders().stream()
                .filter(tender -> tender.shares().containsKey(line.number()))
                .map(tender ->
                        tender.method() + " " + Cents.write(tender.shares().get(line.number())))
                .collect(Collectors.joining(", "));
    }

    static String receipt(ReceiptView receipt) {
        SaleView sale = receipt.sale();
        String rounding = sale.rounding().isZero() ? "" : ", rounding " + Cents.write(sale.rounding());
        String tenders =
                sale.tenders().stream().map(tender -> tender(receipt, tender)).collect(Collectors.joining(", "));
        return Cents.write(sale.due()) + rounding + ": " + (tenders.isEmpty() ? "nothing" : tenders);
    }

    private static String tender(ReceiptView receipt, TenderView tender) {
        String change = tender.change().isZero() ? "" : " (change " + Cents.write(tender.change()) + ")";
        String surplus = tender.surplus().isZero()
                ? ""
                : " (surplus " + booked(receipt, tender.attempt(), Booking.Kind.SURPLUS) + ")";
        return tender.method() + " " + Cents.write(tender.tendered()) + change + surplus;
    }

    /** What was booked of an attempt in that way, and where. */
    static String booked(ReceiptView receipt, AttemptId attempt, Booking.Kind kind) {
        Booking booking = receipt.bookings().stream()
                .filter(one -> one.attempt().equals(attempt) && one.kind() == kind)
                .findFirst()
                .orElseThrow();
        Money amount = booking.amount();
        return amount.isNegative()
                ? Cents.write(amount.negated()) + " off " + booking.account()
                : Cents.write(amount) + " on " + booking.account();
    }
}
