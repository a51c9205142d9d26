package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.attempt.Payments;
import io.kassa.pos.host.cash.HandMethod;
import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.desk.Limits;
import io.kassa.pos.host.events.Broadcast;
import io.kassa.pos.host.events.Outcomes;
import io.kassa.pos.host.method.Methods;
import io.kassa.pos.host.method.Patience;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.refund.TillReceipts;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.ProductGroup;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.store.Schema;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.text.Words;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.tck.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A shop with two registers on a real store in a folder. Closing it without a word, and opening it again, is a crash. */
public final class Shop implements AutoCloseable {

    public static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    public static final Actor AINO = new Actor("Aino", Role.CASHIER, true);
    public static final Actor EERO = new Actor("Eero", Role.CASHIER, false);
    public static final Actor ADMIN = new Actor("admin", Role.ADMIN, true);

    public final MovableClock clock;
    /** What the till does after a while: when a test takes it from here. */
    public final Queue<Runnable> later = new ConcurrentLinkedQueue<>();

    public final Ledger ledger;
    public final Methods methods = new Methods(Duration.ZERO);
    public final Patience patience = new Patience();
    public final Desk desk;
    private final Broadcast changes;
    public final TillReceipts receipts;
    public final TillSelling selling;
    public ScriptedWallet wallet;
    public Runnable takeWalletAway;
    public Runnable takeFilterAway;

    /** Makes the next writes of the books fail, before or after they are stored. */
    public final FailingBooks books;

    final WatchedBooks watched;

    private Shop(Path folder, MovableClock clock) {
        this.clock = clock;
        this.ledger = Ledger.open(folder, clock);
        ledger.books().install(Schema.part());
        this.watched = new WatchedBooks(ledger.books());
        this.books = new FailingBooks(watched);
        this.changes = new Broadcast(clock, later::add);
        this.desk = new Desk(
                books,
                ledger.claims(),
                ledger.audit(),
                Vault.at(folder.resolve("keys/answers.key")),
                methods,
                patience,
                changes,
                new Outcomes(),
                new Words(HELSINKI),
                clock,
                () -> UUID.randomUUID().toString(),
                new Limits(Money.euro(20_000), Duration.ofMillis(300), true));
        methods.add(HandMethod.CASH, HandMethod.cash(HELSINKI), Rank.PLAIN);
        methods.add(HandMethod.CARD, HandMethod.card(HELSINKI), Rank.PLAIN);
        this.receipts = new TillReceipts(desk, "Test shop");
        this.selling = new TillSelling(
                desk,
                new Payments(desk),
                (actor, unused) ->
                        receipts.refundUnused(actor, unused, desk.ids().get()));
        offer(new ScriptedWallet(ledger.claims(), true));
    }

    /** A shop that sells a gym ticket (10.00, labelled), a massage (50.00, labelled) and a drink (3.00). */
    public static Shop in(Path folder) {
        Shop shop = new Shop(folder, new MovableClock(Instant.parse("2026-05-04T09:00:00Z")));
        shop.ledger.books().write(tx -> {
            ShopTable table = new ShopTable(tx);
            table.save(new ProductGroup("all", "All", 1));
            table.save(product("gym", 1_000, Set.of("liikunta")));
            table.save(product("massage", 5_000, Set.of("liikunta")));
            table.save(product("drink", 300, Set.of()));
            List<String> methods = List.of("cash", "card", "wallet");
            table.save(new RegisterSettings("R1", "Register 1", methods));
            table.save(new RegisterSettings("R2", "Register 2", methods));
            for (String method : methods) {
                new MethodTable(tx)
                        .save(new MethodTable.Known(
                                method,
                                ScriptedWallet.text(method),
                                new MethodSettings(true, "", "", true, false, false)));
            }
            return null;
        });
        return shop;
    }

    /** Another host on the same store, with its own memory and its own plug-ins, patient enough for a race. */
    public Shop secondHost(Path folder) {
        Shop second = new Shop(folder, clock);
        second.takeWalletAway.run();
        second.offer(new ScriptedWallet(second.ledger.claims(), true, Duration.ofSeconds(10)));
        return second;
    }

    /** Closes without ending anything, and opens the same store again. */
    public Shop crashAndRestart(Path folder) {
        close();
        return new Shop(folder, clock);
    }

    private static Product product(String id, long cents, Set<String> labels) {
        return new Product(id, id, "all", Money.euro(cents), labels, true);
    }

    public void offer(ScriptedWallet offered) {
        wallet = offered;
        offered.called = watched::called;
        takeWalletAway = methods.add(ScriptedWallet.ID, offered, Rank.PLAIN);
        takeFilterAway = offered.filtered
                ? methods.add(ScriptedWallet.ID, labels -> labels.contains(new ProductLabel("liikunta")), Rank.PLAIN)
                : () -> {};
    }

    public Till till(String register) {
        return new Till(this, register, AINO);
    }

    /** Nothing calls a method inside a work, whatever the test was about. */
    @Override
    public void close() {
        changes.close();
        patience.close();
        ledger.close();
        assertThat(watched.found()).as("called inside a work of the books").isEmpty();
    }
}
