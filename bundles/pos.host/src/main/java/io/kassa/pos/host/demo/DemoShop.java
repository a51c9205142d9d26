package io.kassa.pos.host.demo;

import io.kassa.pos.host.access.TillPeople;
import io.kassa.pos.host.cash.HandMethod;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.common.ShopInfo.Login;
import io.kassa.pos.host.people.People.Person;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.ProductGroup;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The shop of the demo: a fitness centre with massage and a café, and people whose secrets everybody may know. */
public final class DemoShop {

    public static final String NAME = "Kuntokeskus Kaisla";

    private static final Login EERO = new Login("Eero", Role.CASHIER, "5678");

    /** What everybody may know. */
    public static final List<Login> LOGINS =
            List.of(new Login("Aino", Role.CASHIER, "1234"), EERO, new Login("admin", Role.ADMIN, "demo-admin-2026"));

    private static final Set<String> SPORT = Set.of("liikunta");
    private static final Set<String> MASSAGE = Set.of("hieronta");

    private DemoShop() {}

    public static void fill(Books books, TillPeople people, Message cash, Message card) {
        books.write(tx -> {
            products(new ShopTable(tx));
            registers(tx, cash, card);
            return null;
        });
        // of the two cashiers one may vouch for typed amounts, and one may not
        LOGINS.forEach(login ->
                people.seed(new Person(login.name(), login.role(), !login.equals(EERO), true), login.secret()));
    }

    private static void products(ShopTable shop) {
        shop.save(new ProductGroup("gym", "Kuntosali", 1));
        shop.save(new ProductGroup("classes", "Ryhmäliikunta", 2));
        shop.save(new ProductGroup("massage", "Hieronta", 3));
        shop.save(new ProductGroup("cafe", "Kahvio", 4));
        product(shop, "gym-visit", "Kuntosali, kertakäynti", "gym", 1_000, SPORT);
        product(shop, "gym-10", "Kuntosali, 10 kertaa", "gym", 8_500, SPORT);
        product(shop, "gym-month", "Kuntosali, 1 kuukausi", "gym", 4_900, SPORT);
        product(shop, "towel", "Pyyhevuokra", "gym", 250, Set.of());
        product(shop, "yoga", "Jooga, kertatunti", "classes", 1_400, SPORT);
        product(shop, "spinning", "Spinning, kertatunti", "classes", 1_250, SPORT);
        product(shop, "pilates-5", "Pilates, 5 kertaa", "classes", 6_000, SPORT);
        product(shop, "massage-30", "Hieronta 30 min", "massage", 3_800, MASSAGE);
        product(shop, "massage-60", "Hieronta 60 min", "massage", 6_200, MASSAGE);
        product(shop, "drink", "Urheilujuoma", "cafe", 300, "2000000000015");
        product(shop, "coffee", "Kahvi", "cafe", 280, Set.of());
        product(shop, "bar", "Proteiinipatukka", "cafe", 320, "2000000000022");
        product(shop, "salad", "Kanasalaatti", "cafe", 1_090, Set.of("lounas"));
    }

    private static void product(ShopTable shop, String id, String name, String group, long cents, Set<String> labels) {
        shop.save(new Product(id, name, group, Money.euro(cents), labels, true));
    }

    private static void product(ShopTable shop, String id, String name, String group, long cents, String gtin) {
        shop.save(new Product(id, name, group, Money.euro(cents), Set.of(), true).withGtin(Optional.of(gtin)));
    }

    private static void registers(Transaction tx, Message cash, Message card) {
        MethodTable methods = new MethodTable(tx);
        methods.save(
                new MethodTable.Known(HandMethod.CASH, cash, new MethodSettings(true, "1900", "", true, false, true)));
        methods.save(
                new MethodTable.Known(HandMethod.CARD, card, new MethodSettings(true, "1910", "", true, true, false)));
        List<String> both = List.of(HandMethod.CASH, HandMethod.CARD);
        new ShopTable(tx).save(new RegisterSettings("R1", "Register 1", both));
        new ShopTable(tx).save(new RegisterSettings("R2", "Register 2", both));
    }
}
