package io.kassa.pos.host.till;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Cart;
import io.kassa.pos.host.sale.CartLine;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.setup.Gtin;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.product.ProductLabel;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changes to what is sold. What was paid already must still fit the lines afterwards. */
final class CartEdits {

    private static final long MOST_PIECES = 9_999;
    private static final int TRIES = 5;

    private final Desk desk;

    CartEdits(Desk desk) {
        this.desk = desk;
    }

    /** Begins a sale with its first line. */
    Result<Sale> add(Actor actor, String register, String product, long quantity) {
        if (quantity < 1 || quantity > MOST_PIECES) {
            return desk.refuse(Refusal.QUANTITY_INVALID, MOST_PIECES);
        }
        return add(
                actor, register, quantity, tx -> onSale(new ShopTable(tx).product(product), Refusal.PRODUCT_UNKNOWN));
    }

    /** The same with one of the product that has this number on its package. */
    Result<Sale> scanned(Actor actor, String register, String digits) {
        Optional<String> gtin = Gtin.of(digits);
        return gtin.isEmpty()
                ? desk.refuse(Refusal.SCAN_NO_PRODUCT)
                : add(
                        actor,
                        register,
                        1,
                        tx -> onSale(new ShopTable(tx).withGtin(gtin.get()), Refusal.SCAN_UNKNOWN, gtin.get()));
    }

    private Result<Product> onSale(Optional<Product> found, Refusal otherwise, Object... arguments) {
        return found.filter(Product::onSale)
                .<Result<Product>>map(Result.Ok::new)
                .orElseGet(() -> desk.refuse(otherwise, arguments));
    }

    private Result<Sale> add(
            Actor actor, String register, long quantity, Function<Transaction, Result<Product>> search) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Sale> paid = desk.books()
                    .read(tx -> new SaleTable(tx).open(register))
                    .filter(sale -> !sale.tenders().isEmpty());
            Result<Product> found = desk.books().read(search::apply);
            if (found instanceof Result.Refused<Product> refused) {
                return new Result.Refused<>(refused.kind(), refused.guidance());
            }
            Product product = ((Result.Ok<Product>) found).value();
            if (paid.isPresent()) {
                // what was paid is placed anew: the line may take something back, or share a discount
                return edit(register, paid.get().id(), sale -> plus(sale, product, quantity));
            }
            Optional<Result<Sale>> added = desk.books().write(tx -> add(tx, actor, register, product, quantity));
            if (added.isPresent()) {
                return added.get();
            }
        }
        return desk.refuse(Refusal.SALE_NOT_OPEN);
    }

    /** Empty when something was paid meanwhile. */
    private Optional<Result<Sale>> add(Transaction tx, Actor actor, String register, Product product, long quantity) {
        if (new ShopTable(tx).register(register).isEmpty()) {
            return Optional.of(desk.refuse(Refusal.REGISTER_UNKNOWN));
        }
        if (new AttemptTable(tx).paying(register).isPresent()) {
            return Optional.of(desk.refuse(Refusal.PAYMENT_OPEN));
        }
        Optional<Sale> open = new SaleTable(tx).open(register);
        if (open.filter(sale -> !sale.tenders().isEmpty()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(add(tx, actor, register, product, quantity, open));
    }

    private Result<Sale> add(
            Transaction tx, Actor actor, String register, Product product, long quantity, Optional<Sale> open) {
        Cart empty = Cart.empty(product.price().currency());
        Result<Cart> more = open.map(sale -> plus(sale, product, quantity))
                .orElseGet(() -> new Result.Ok<>(plus(empty, 1, product, quantity)));
        if (more instanceof Result.Refused<Cart> refused) {
            return new Result.Refused<>(refused.kind(), refused.guidance());
        }
        Sale sale = open.orElseGet(() -> begin(tx, actor, register, empty)).with(((Result.Ok<Cart>) more).value());
        new SaleTable(tx).update(sale);
        return new Result.Ok<>(sale);
    }

    private Sale begin(Transaction tx, Actor actor, String register, Cart cart) {
        SaleId id = new SaleId(String.format("%s-%06d", register, new ShopTable(tx).nextSale(register)));
        Sale sale =
                new Sale(id, register, actor.name(), Sale.State.OPEN, desk.now(), Optional.empty(), 1, cart, List.of());
        new SaleTable(tx).insert(sale);
        return sale;
    }

    private Result<Cart> plus(Sale sale, Product product, long quantity) {
        Cart cart = sale.cart();
        if (!cart.currency().equals(product.price().currency())) {
            return desk.refuse(Refusal.CURRENCY_MIXED, cart.currency().getCurrencyCode());
        }
        Cart more = plus(cart, sale.highestLine() + 1, product, quantity);
        return more.lines().stream().anyMatch(line -> line.quantity() > MOST_PIECES)
                ? desk.refuse(Refusal.QUANTITY_INVALID, MOST_PIECES)
                : new Result.Ok<>(more);
    }

    private static Cart plus(Cart cart, int number, Product product, long quantity) {
        List<CartLine> lines = new ArrayList<>(cart.lines());
        for (int i = 0; i < lines.size(); i++) {
            CartLine line = lines.get(i);
            if (line.product().equals(product.id()) && line.unitPrice().equals(product.price())) {
                lines.set(i, line.with(line.quantity() + quantity, line.discount()));
                return within(cart.currency(), lines, cart.discount());
            }
        }
        Set<ProductLabel> labels =
                product.labels().stream().map(ProductLabel::new).collect(Collectors.toSet());
        lines.add(new CartLine(
                number,
                product.id(),
                product.name(),
                labels,
                quantity,
                product.price(),
                Money.zero(product.price().currency()),
                product.deposit()));
        return within(cart.currency(), lines, cart.discount());
    }

    /** A discount on the sale never takes off more than the lines that are left cost. */
    private static Cart within(Currency currency, List<CartLine> lines, Money discount) {
        Cart cart = new Cart(currency, lines, discount);
        return new Cart(currency, lines, discount.atMost(cart.discountable()));
    }

    /** @param quantity zero takes the line out */
    Result<Sale> line(String register, SaleId sale, int number, long quantity, Money discount) {
        return edit(register, sale, open -> {
            Cart cart = open.cart();
            Optional<CartLine> line =
                    cart.lines().stream().filter(l -> l.number() == number).findFirst();
            if (line.isEmpty()) {
                return desk.refuse(Refusal.LINE_UNKNOWN);
            }
            if (quantity < 0 || quantity > MOST_PIECES) {
                return desk.refuse(Refusal.QUANTITY_INVALID, MOST_PIECES);
            }
            Money most = line.get().discountable(quantity);
            boolean sameMoney = discount.currency().equals(most.currency());
            if (quantity > 0 && (!sameMoney || !line.get().allows(quantity, discount))) {
                return desk.refuse(Refusal.DISCOUNT_INVALID, most);
            }
            List<CartLine> lines = new ArrayList<>(cart.lines());
            lines.replaceAll(l -> l == line.get() && quantity > 0 ? l.with(quantity, discount) : l);
            lines.removeIf(l -> l == line.get() && quantity == 0);
            return new Result.Ok<>(within(cart.currency(), lines, cart.discount()));
        });
    }

    Result<Sale> discount(String register, SaleId id, Money discount) {
        return edit(register, id, sale -> {
            Cart cart = sale.cart();
            Money most = cart.discountable();
            boolean fits =
                    discount.currency().equals(most.currency()) && !discount.isNegative() && !discount.isMoreThan(most);
            return fits
                    ? new Result.Ok<>(new Cart(cart.currency(), cart.lines(), discount))
                    : desk.refuse(Refusal.DISCOUNT_INVALID, most);
        });
    }

    /** The filters of plug-ins are asked outside the transaction; when the sale changed meanwhile, all is done again. */
    private Result<Sale> edit(String register, SaleId id, Function<Sale, Result<Cart>> change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Sale> open = desk.books()
                    .read(tx -> new SaleTable(tx).open(register))
                    .filter(sale -> sale.id().equals(id));
            if (open.isEmpty()) {
                return desk.refuse(Refusal.SALE_NOT_OPEN);
            }
            Result<Cart> changed = change.apply(open.get());
            if (changed instanceof Result.Refused<Cart> refused) {
                return new Result.Refused<>(refused.kind(), refused.guidance());
            }
            Sale edited = open.get().with(((Result.Ok<Cart>) changed).value());
            Optional<Sale> placed = edited.placed(desk.methods().limits(edited.cart()));
            if (placed.isEmpty()) {
                return desk.refuse(Refusal.LINES_PAID);
            }
            Optional<Result<Sale>> stored = desk.books().write(tx -> store(tx, register, placed.get()));
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        return desk.refuse(Refusal.SALE_NOT_OPEN);
    }

    /** Empty when the sale is not as it was read. */
    private Optional<Result<Sale>> store(Transaction tx, String register, Sale changed) {
        Optional<Sale> now = new SaleTable(tx).open(register);
        if (now.filter(sale -> sale.isAsIn(changed)).isEmpty()) {
            return Optional.empty();
        }
        if (new AttemptTable(tx).paying(register).isPresent()) {
            return Optional.of(desk.refuse(Refusal.PAYMENT_OPEN));
        }
        new SaleTable(tx).update(changed);
        return Optional.of(new Result.Ok<>(changed));
    }
}
