package io.kassa.pos.web;

import io.kassa.pos.host.access.FirstAdminCode;
import io.kassa.pos.host.access.TillLogins;
import io.kassa.pos.host.access.TillPairings;
import io.kassa.pos.host.access.TillPeople;
import io.kassa.pos.host.attempt.Payments;
import io.kassa.pos.host.cash.HandMethod;
import io.kassa.pos.host.checkup.TillHealth;
import io.kassa.pos.host.common.ShopInfo;
import io.kassa.pos.host.config.Configurations;
import io.kassa.pos.host.config.PlugIns;
import io.kassa.pos.host.config.TillSetup;
import io.kassa.pos.host.demo.DemoShop;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.desk.Limits;
import io.kassa.pos.host.events.Broadcast;
import io.kassa.pos.host.events.Outcomes;
import io.kassa.pos.host.method.Methods;
import io.kassa.pos.host.method.Patience;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.refund.Backlogs;
import io.kassa.pos.host.refund.TillReceipts;
import io.kassa.pos.host.store.Schema;
import io.kassa.pos.host.text.Words;
import io.kassa.pos.host.till.TillSelling;
import io.kassa.pos.host.vault.Secrets;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.web.api.Facade;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The host as a shop runs it, on a store in a folder, with the demo's goods and people, and cash and card to pay with. */
final class RealHost implements AutoCloseable {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final long ROOM = 1L << 40;

    final Facade facade;
    final Outcomes outcomes;
    final Methods methods = new Methods(Duration.ZERO);
    final PlugIns plugIns = new PlugIns();
    final TillReceipts receipts;
    final Ledger ledger;
    final FirstAdminCode code = new FirstAdminCode();
    private final Patience patience = new Patience();
    private final Broadcast changes;

    RealHost(Path folder) {
        this(folder, Clock.systemUTC(), true);
    }

    /** @param filled whether the demo's goods and people are there */
    RealHost(Path folder, Clock clock, boolean filled) {
        ledger = Ledger.open(folder, clock);
        ledger.books().install(Schema.part());
        changes = new Broadcast(clock);
        var desk = new Desk(
                ledger.books(),
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
                new Limits(Money.euro(20_000), Duration.ofSeconds(1), false));
        methods.add(HandMethod.CASH, HandMethod.cash(HELSINKI), Rank.PLAIN);
        methods.add(HandMethod.CARD, HandMethod.card(HELSINKI), Rank.PLAIN);
        var people = new TillPeople(desk, code);
        if (filled && people.needsFirstAdmin()) {
            DemoShop.fill(
                    desk.books(),
                    people,
                    HandMethod.cash(HELSINKI).info().name(),
                    HandMethod.card(HELSINKI).info().name());
        }
        receipts = new TillReceipts(desk, "Shop");
        var setup = new TillSetup(desk, plugIns, new InMemory(), secrets(folder));
        outcomes = desk.outcomes();
        facade = new Facade(
                new ShopInfo("Shop", false, List.of()),
                new TillSelling(
                        desk,
                        new Payments(desk),
                        (actor, unused) ->
                                receipts.refundUnused(actor, unused, desk.ids().get())),
                receipts,
                setup,
                people,
                new TillPairings(desk),
                new TillLogins(desk),
                desk.changes(),
                new TillHealth(desk, setup, () -> ROOM),
                () -> desk.books().read(Backlogs::of));
    }

    private static Secrets secrets(Path folder) {
        return new Secrets(Vault.at(folder.resolve("keys/secrets.key")), new SealedSecrets(), name -> Optional.empty());
    }

    @Override
    public void close() {
        changes.close();
        patience.close();
        ledger.close();
    }

    /** Configurations of one kind of plug-in, until the host is closed. */
    private static final class InMemory implements Configurations {

        private final Map<String, Map<String, Object>> stored = new ConcurrentSkipListMap<>();

        @Override
        public Map<String, Map<String, Object>> of(String factoryPid) {
            return Map.copyOf(stored);
        }

        @Override
        public void save(String factoryPid, String name, Map<String, Object> settings) {
            stored.put(name, settings);
        }

        @Override
        public void delete(String factoryPid, String name) {
            stored.remove(name);
        }
    }

    private static final class SealedSecrets implements Secrets.Store {

        private final Map<String, String> sealed = new ConcurrentHashMap<>();

        @Override
        public Optional<String> sealed(String name) {
            return Optional.ofNullable(sealed.get(name));
        }

        @Override
        public void keep(String name, String ciphertext) {
            sealed.put(name, ciphertext);
        }

        @Override
        public void forget(String name) {
            sealed.remove(name);
        }
    }
}
