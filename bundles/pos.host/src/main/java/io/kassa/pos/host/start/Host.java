package io.kassa.pos.host.start;

import io.kassa.pos.deploy.DeploymentListener;
import io.kassa.pos.host.access.FirstAdminCode;
import io.kassa.pos.host.access.TillLogins;
import io.kassa.pos.host.access.TillPairings;
import io.kassa.pos.host.access.TillPeople;
import io.kassa.pos.host.attempt.Payments;
import io.kassa.pos.host.cash.HandMethod;
import io.kassa.pos.host.checkup.TillHealth;
import io.kassa.pos.host.common.Changes;
import io.kassa.pos.host.common.ShopInfo;
import io.kassa.pos.host.config.Configurations;
import io.kassa.pos.host.config.PlugIns;
import io.kassa.pos.host.config.TillSetup;
import io.kassa.pos.host.demo.DemoShop;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.desk.Limits;
import io.kassa.pos.host.events.Aside;
import io.kassa.pos.host.events.Broadcast;
import io.kassa.pos.host.events.OutcomeLog;
import io.kassa.pos.host.events.Outcomes;
import io.kassa.pos.host.health.Health;
import io.kassa.pos.host.method.Methods;
import io.kassa.pos.host.method.Patience;
import io.kassa.pos.host.outcomes.Backlog;
import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.outcomes.OutcomeListener;
import io.kassa.pos.host.people.Logins;
import io.kassa.pos.host.people.Pairings;
import io.kassa.pos.host.people.People;
import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.host.refund.Backlogs;
import io.kassa.pos.host.refund.TillReceipts;
import io.kassa.pos.host.rehearsal.Audience;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.host.text.Words;
import io.kassa.pos.host.till.TillSelling;
import io.kassa.pos.host.vault.Secrets;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.SpareBooks;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.settings.SecretSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The till, put together from its parts, in the order in which they need each other. */
final class Host implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final Duration ABSENCE = Duration.ofSeconds(5);

    private final BundleContext context;
    private final HostSettings settings;
    private final Desk desk;
    private final Secrets secrets;
    private final TillPeople people;
    private final List<Runnable> closing = new ArrayList<>();

    Host(BundleContext context, HostSettings settings, Store store, Books books, Claims claims, Audit audit) {
        this.context = context;
        this.settings = settings;
        boolean fillsDemo = store.isNew() && settings.demo();
        Clock clock = Clock.systemUTC();
        this.desk = new Desk(
                books,
                claims,
                audit,
                Vault.at(settings.data().resolve("keys/answers.key")),
                new Methods(ABSENCE),
                new Patience(),
                new Broadcast(clock),
                new Outcomes(),
                new Words(settings.zone()),
                clock,
                () -> UUID.randomUUID().toString(),
                new Limits(settings.attestedPerSale(), ABSENCE, fillsDemo || store.isDemo()));
        this.secrets = new Secrets(
                Vault.at(settings.data().resolve("keys/secrets.key")),
                new SecretStore(books),
                name -> Optional.ofNullable(System.getenv(name)));
        FirstAdminCode code = new FirstAdminCode();
        this.people = new TillPeople(desk, code);
        if (fillsDemo) {
            fillDemo();
        }
        if (store.isNew()) {
            store.made(settings.demo());
        }
        store.label(settings.data());
        if (people.needsFirstAdmin()) {
            LOG.info("Nobody can log in yet: the first admin is made with the one-time code on the console");
            // on the console only: a log is kept, copied and sent to others
            System.out.println(
                    "Nobody can log in yet. The one-time code that makes the first admin: " + code.spelled());
        }
    }

    void open(Configurations configurations, MetaTypeService metatypes) {
        PlugIns plugIns = new PlugIns();
        TillSetup setup = new TillSetup(desk, plugIns, configurations, secrets);
        ShopInfo shop = desk.limits().demo()
                ? new ShopInfo(DemoShop.NAME, true, DemoShop.LOGINS)
                : new ShopInfo(settings.shop(), false, List.of());
        TillReceipts receipts = new TillReceipts(desk, shop.name());
        TillSelling selling = new TillSelling(
                desk,
                new Payments(desk),
                (actor, unused) ->
                        receipts.refundUnused(actor, unused, desk.ids().get()));
        closing.add(desk.changes()::close);
        closing.add(desk.patience()::close);
        // plug-ins resolve secrets while they start
        register(SecretSource.class, secrets, Map.of());
        register(PaymentMethod.class, HandMethod.cash(settings.zone()), Map.of(PaymentMethod.ID, HandMethod.CASH));
        register(PaymentMethod.class, HandMethod.card(settings.zone()), Map.of(PaymentMethod.ID, HandMethod.CARD));
        desk.methods().onReturn((id, away) -> desk.outcomes().tell(new Occurrence.Returned(id, away)));
        Aside log = new Aside(new OutcomeLog());
        desk.outcomes().add(log);
        closing.add(log::close);
        register(DeploymentListener.class, new DeploymentOutcomes(desk.outcomes()), Map.of());
        Runnable announce = () -> announce(setup);
        Trackers trackers = new Trackers(context, desk.methods(), plugIns, metatypes, announce);
        closing.add(trackers::close);
        desk.methods().onChange(announce);
        Watch<OutcomeListener> listeners = new Watch<>(
                context,
                OutcomeListener.class,
                (reference, one) -> desk.outcomes().add(one));
        listeners.open();
        closing.add(listeners::close);
        Rounds rounds = new Rounds(receipts.followUps()::run);
        closing.add(rounds::close);
        register(Changes.class, desk.changes(), Map.of());
        register(Backlog.class, () -> desk.books().read(Backlogs::of), Map.of());
        TillHealth health = new TillHealth(desk, setup, settings::freeBytes);
        register(Health.class, health, Map.of());
        if (HealthChecks.possible()) {
            closing.add(HealthChecks.register(context, health));
        }
        register(Setup.class, setup, Map.of());
        register(ShopInfo.class, shop, Map.of());
        register(People.class, people, Map.of());
        register(Pairings.class, new TillPairings(desk), Map.of());
        register(Logins.class, new TillLogins(desk), Map.of());
        register(Receipts.class, receipts, Map.of());
        register(Selling.class, selling, Map.of());
    }

    /** Warms up in the background, on books that are not the till's. */
    void rehearse(SpareBooks spares) {
        List<Audience> audience = new CopyOnWriteArrayList<>();
        Watch<Audience> listeners = new Watch<>(context, Audience.class, (reference, one) -> {
            audience.add(one);
            return () -> audience.remove(one);
        });
        listeners.open();
        closing.add(listeners::close);
        Thread thread = new Thread(
                new Rehearsal(spares, audience, settings.zone(), Duration.ofSeconds(1), Duration.ofMillis(10)),
                "till-rehearsal");
        thread.setDaemon(true);
        thread.start();
        closing.add(() -> end(thread));
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fillDemo() {
        DemoShop.fill(
                desk.books(),
                people,
                HandMethod.cash(settings.zone()).info().name(),
                HandMethod.card(settings.zone()).info().name());
    }

    /** Called on the thread of whoever registers a service: trouble with the books is not theirs. */
    private static void announce(TillSetup setup) {
        try {
            setup.announce();
        } catch (RuntimeException e) {
            LOG.warn("Registers were not told of a change", e);
        }
    }

    private <S> void register(Class<S> type, S service, Map<String, Object> properties) {
        Dictionary<String, Object> all = new Hashtable<>(properties);
        all.put(Constants.SERVICE_VENDOR, "Smartum for Point of Sale");
        closing.add(context.registerService(type, service, all)::unregister);
    }

    @Override
    public void close() {
        Collections.reverse(closing);
        closing.forEach(Runnable::run);
    }
}
