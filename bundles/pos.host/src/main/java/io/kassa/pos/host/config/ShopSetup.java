package io.kassa.pos.host.config;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.setup.Gtin;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.ProductGroup;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Registers, groups and products. */
final class ShopSetup {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final long PRICE_LIMIT = 100_000_000;

    private final Desk desk;

    ShopSetup(Desk desk) {
        this.desk = desk;
    }

    Result<List<RegisterSettings>> save(Actor actor, RegisterSettings register) {
        if (!named(register.id(), register.name())) {
            return desk.refuse(Refusal.NAME_INVALID);
        }
        return new Result.Ok<>(desk.books().write(tx -> {
            ShopTable shop = new ShopTable(tx);
            Optional<RegisterSettings> before = shop.register(register.id());
            shop.save(register);
            audit(tx, actor, "register.saved", register.id(), before, register);
            return shop.registers();
        }));
    }

    Result<List<ProductGroup>> save(Actor actor, ProductGroup group) {
        if (!named(group.id(), group.name())) {
            return desk.refuse(Refusal.NAME_INVALID);
        }
        return new Result.Ok<>(desk.books().write(tx -> {
            ShopTable shop = new ShopTable(tx);
            Optional<ProductGroup> before = shop.groups().stream()
                    .filter(one -> one.id().equals(group.id()))
                    .findFirst();
            shop.save(group);
            audit(tx, actor, "group.saved", group.id(), before, group);
            return shop.groups();
        }));
    }

    Result<List<Product>> save(Actor actor, Product product) {
        if (!named(product.id(), product.name())) {
            return desk.refuse(Refusal.NAME_INVALID);
        }
        if (product.price().minor() <= -PRICE_LIMIT || product.price().minor() >= PRICE_LIMIT) {
            return desk.refuse(
                    Refusal.PRICE_INVALID,
                    new Money(PRICE_LIMIT, product.price().currency()));
        }
        if (product.labels().stream().anyMatch(label -> label.isBlank() || !label.equals(label.strip()))) {
            return desk.refuse(Refusal.LABEL_INVALID);
        }
        boolean grouped = desk.books()
                .read(tx -> new ShopTable(tx)
                        .groups().stream().anyMatch(group -> group.id().equals(product.group())));
        if (!grouped) {
            return desk.refuse(Refusal.GROUP_UNKNOWN);
        }
        if (product.gtin().isPresent() && product.gtin().flatMap(Gtin::of).isEmpty()) {
            return desk.refuse(Refusal.GTIN_INVALID, product.gtin().get());
        }
        return saved(actor, product.withGtin(product.gtin().flatMap(Gtin::of)));
    }

    private Result<List<Product>> saved(Actor actor, Product product) {
        return desk.books().write(tx -> {
            ShopTable shop = new ShopTable(tx);
            Optional<Product> other = product.gtin()
                    .flatMap(shop::withGtin)
                    .filter(same -> !same.id().equals(product.id()));
            if (other.isPresent()) {
                return desk.refuse(
                        Refusal.GTIN_TAKEN,
                        product.gtin().orElseThrow(),
                        other.get().name());
            }
            Optional<Product> before = shop.product(product.id());
            shop.save(product);
            audit(tx, actor, "product.saved", product.id(), before, product);
            return new Result.Ok<>(shop.products());
        });
    }

    private void audit(
            Transaction tx, Actor actor, String what, String subject, Optional<? extends Record> before, Record now) {
        AuditRecord line = AuditRecord.of(actor.name(), what, subject);
        desk.audit().append(tx, line.changed(before.map(Record::toString), Optional.of(now.toString())));
    }

    private static boolean named(String id, String name) {
        return ID.matcher(id).matches() && !name.isBlank();
    }
}
