package io.kassa.pos.host.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.method.Rank;
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
import io.kassa.pos.spi.product.ProductLabel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A register that understands the tables: products, payments, changes, and what the panel shows. */
final class Counter {

    private static final String VOUCHER = "voucher";

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
            MethodSettings plain = new MethodSettings(true, "", "", true, false);
            new MethodTable(tx).save(new MethodTable.Known(VOUCHER, ScriptedWallet.text(VOUCHER), plain));
            return null;
        });
        this.till = shop.till("R1");
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
            Set<String> labels = words.length > 2 ? Set.of(words[2]) : Set.of();
            new ShopTable(tx).save(new Product(words[0], words[0], "all", Cents.read(words[1]), labels, true));
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
            case "left", "due", "change" ->
                assertThat(sum(words[0])).as(String.join(" ", words)).isEqualTo(words[1]);
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

    static String receipt(SaleView sale) {
        String tenders = sale.tenders().stream().map(Counter::tender).collect(Collectors.joining(", "));
        return Cents.write(sale.due()) + ": " + (tenders.isEmpty() ? "nothing" : tenders);
    }

    private static String tender(TenderView tender) {
        return tender.method() + " " + Cents.write(tender.tendered())
                + (tender.change().isZero() ? "" : " (change " + Cents.write(tender.change()) + ")");
    }
}
