package io.kassa.pos.host.model;

import static io.kassa.pos.host.model.Counter.must;
import static io.kassa.pos.host.model.Counter.ok;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.model.ModelSale.Line;
import io.kassa.pos.host.selling.LineView;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.SaleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is sold: lines, quantities, discounts. */
final class Carts {

    private static final Map<String, Long> PRICES = Map.of("gym", 1_000L, "massage", 5_000L, "drink", 300L);

    private final Counter till;
    private final ModelBooks books;

    Carts(Counter till, ModelBooks books) {
        this.till = till;
        this.books = books;
    }

    void add(String register, String product, long quantity) {
        boolean allowed = !books.paying.containsKey(register) && stillFits(books.open.get(register), product, quantity);
        Result<RegisterView> result = till.shop().selling.addLine(Shop.AINO, register, product, quantity);
        till.said(register + " adds " + quantity + " " + product, allowed, result);
        if (!allowed) {
            return;
        }
        RegisterView view = ok(result);
        String id = view.sale().orElseThrow().id().value();
        ModelSale sale = books.open.computeIfAbsent(register, any -> new ModelSale(id, register));
        LineView line = view.sale().orElseThrow().lines().stream()
                .filter(one -> one.product().equals(product))
                .findFirst()
                .orElseThrow();
        if (!sale.lines.containsKey(line.number())) {
            boolean taken = sale.tenders.stream()
                    .anyMatch(tender -> tender.only
                            .map(only -> only.contains(line.number()))
                            .orElse(false));
            must(false, taken, "the number of a new line was another's");
        }
        more(sale, line.number(), product, quantity);
    }

    private static void more(ModelSale sale, int number, String product, long quantity) {
        sale.lines.computeIfAbsent(number, any -> new Line(product, PRICES.get(product), !product.equals("drink")))
                .quantity += quantity;
    }

    /** More on a sale leaves less of its discount to each line; but the odd cent may go to one that is paid in full. */
    private static boolean stillFits(ModelSale sale, String product, long quantity) {
        if (sale == null) {
            return true;
        }
        Optional<Integer> there = sale.lines.entrySet().stream()
                .filter(line -> line.getValue().product.equals(product))
                .map(Map.Entry::getKey)
                .findFirst();
        int number = there.orElse(sale.nextLine());
        more(sale, number, product, quantity);
        boolean fits = sale.fits();
        if (there.isEmpty()) {
            sale.lines.remove(number);
        } else {
            sale.lines.get(number).quantity -= quantity;
        }
        return fits;
    }

    void change(String register, int a, int b) {
        ModelSale sale = books.open.get(register);
        if (sale == null || sale.lines.isEmpty()) {
            return;
        }
        int number = List.copyOf(sale.lines.keySet()).get(a % sale.lines.size());
        Line line = sale.lines.get(number);
        long quantity = b % 4;
        long price = line.price * quantity;
        long discount = b % 3 == 0 ? 0 : b % 7 == 0 ? price + 1 : price * (b % 11) / 10;
        long oldQuantity = line.quantity;
        long oldDiscount = line.discount;
        long oldSaleDiscount = sale.discount;
        boolean allowed = !books.paying.containsKey(register) && (quantity == 0 || discount <= price);
        if (allowed) {
            line.quantity = quantity;
            line.discount = discount;
            if (quantity == 0) {
                sale.lines.remove(number);
            }
            sale.discount = Math.min(sale.discount, sale.gross());
            allowed = sale.fits();
        }
        if (!allowed) {
            line.quantity = oldQuantity;
            line.discount = oldDiscount;
            sale.discount = oldSaleDiscount;
            sale.lines.put(number, line);
        }
        till.said(
                register + " changes line " + number + " to " + quantity + " with " + discount + " off",
                allowed,
                till.shop()
                        .selling
                        .changeLine(Shop.AINO, register, new SaleId(sale.id), number, quantity, Money.euro(discount)));
    }

    void discount(String register, int a) {
        ModelSale sale = books.open.get(register);
        if (sale == null) {
            return;
        }
        long wanted = sale.gross() * (a % 11) / 10 + a % 3;
        long old = sale.discount;
        sale.discount = wanted;
        boolean allowed = !books.paying.containsKey(register) && sale.fits();
        if (!allowed) {
            sale.discount = old;
        }
        till.said(
                register + " takes " + wanted + " off",
                allowed,
                till.shop().selling.discountSale(Shop.AINO, register, new SaleId(sale.id), Money.euro(wanted)));
    }
}
