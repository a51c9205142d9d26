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

/** The host as a shop runs it, on a store in a folder, with the demo's goods and people, and cash and card to pay with. */
final class RealHost implements AutoCloseable {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final long ROOM = 1L << 40;

    final Facade facade;
    final Outcomes outcomes;
    final Methods methods = new Methods(Duration.ZERO);
    private final Ledger ledger;
    private final Patience patience = new Patience();

    RealHost(Path folder) {
        Clock clock = Clock.systemUTC();
        ledger = Ledger.open(folder, clock);
        ledger.books().install(Schema.part());
        var desk = new Desk(
                ledger.books(),
                ledger.claims(),
                ledger.audit(),
                Vault.at(folder.resolve("keys/answers.key")),
                methods,
                patience,
                new Broadcast(clock),
                new Outcomes(),
                new Words(HELSINKI),
                clock,
                () -> UUID.randomUUID().toString(),
                new Limits(Money.euro(20_000), Duration.ofSeconds(1), false));
        methods.add(HandMethod.CASH, HandMethod.cash(HELSINKI), Rank.PLAIN);
        methods.add(HandMethod.CARD, HandMethod.card(HELSINKI), Rank.PLAIN);
        var people = new TillPeople(desk, new FirstAdminCode());
        if (people.needsFirstAdmin()) {
            DemoShop.fill(
                    desk.books(),
                    people,
                    HandMethod.cash(HELSINKI).info().name(),
                    HandMethod.card(HELSINKI).info().name());
        }
        var receipts = new TillReceipts(desk, "Shop");
        var setup = new TillSetup(desk, new PlugIns(), new NoConfigurations(), secrets(folder));
        outcomes = desk.outcomes();
        facade = new Facade(
                new ShopInfo("Shop", false, List.of()),
                new TillSelling(desk, new Payments(desk), (actor, unused) -> {}),
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
        return new Secrets(Vault.at(folder.resolve("keys/secrets.key")), new NoSecrets(), name -> Optional.empty());
    }

    @Override
    public void close() {
        patience.close();
        ledger.close();
    }

    /** No plug-in is there that could be configured. */
    private static final class NoConfigurations implements Configurations {

        @Override
        public Map<String, Map<String, Object>> of(String factoryPid) {
            return Map.of();
        }

        @Override
        public void save(String factoryPid, String name, Map<String, Object> settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String factoryPid, String name) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoSecrets implements Secrets.Store {

        @Override
        public Optional<String> sealed(String name) {
            return Optional.empty();
        }

        @Override
        public void keep(String name, String ciphertext) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
