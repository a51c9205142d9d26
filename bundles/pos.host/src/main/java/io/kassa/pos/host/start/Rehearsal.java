package io.kassa.pos.host.start;

import io.kassa.pos.host.attempt.Payments;
import io.kassa.pos.host.cash.HandMethod;
import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.desk.Limits;
import io.kassa.pos.host.events.Broadcast;
import io.kassa.pos.host.events.Outcomes;
import io.kassa.pos.host.method.Methods;
import io.kassa.pos.host.method.Patience;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.ProductGroup;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.store.Schema;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.host.text.Words;
import io.kassa.pos.host.till.TillSelling;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.SpareBooks;
import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sells for cash a few times after a start, at a till of its own on spare books, so that the first customer waits no longer than
 * the next: a fresh JVM takes several times as long for what it does for the first time. Nothing of it reaches the till
 * that is open: no sale, no audit entry, no number, no page, nothing that is counted.
 */
final class Rehearsal implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** Methods are compiled when they were called some two hundred times. */
    private static final int SALES = 120;

    private static final String HERE = "rehearsal";
    private static final Money PRICE = Money.euro(100);
    private static final Actor NOBODY = new Actor(HERE, Role.CASHIER, false);

    private final SpareBooks spares;
    private final ZoneId zone;
    private final Duration wait;
    private final Duration pause;

    /**
     * @param wait before it begins: the start itself comes first
     * @param pause after each sale, in which others get on
     */
    Rehearsal(SpareBooks spares, ZoneId zone, Duration wait, Duration pause) {
        this.spares = spares;
        this.zone = zone;
        this.wait = wait;
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(wait.toMillis());
            try (SpareBooks.Opened spare = spares.open();
                    Patience patience = new Patience();
                    Broadcast changes = new Broadcast(Clock.systemUTC())) {
                rehearse(spare, patience, changes);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                // the till is stopped, and whatever was under way with it
                return;
            }
            LOG.warn("The rehearsal ended early; the first payment may take longer than the next", e);
        }
    }

    private void rehearse(SpareBooks.Opened spare, Patience patience, Broadcast changes) throws InterruptedException {
        HandMethod cash = HandMethod.cash(zone);
        Methods methods = new Methods(Duration.ZERO);
        methods.add(HandMethod.CASH, cash, Rank.PLAIN);
        spare.books().install(Schema.part());
        spare.books().write(tx -> {
            ShopTable shop = new ShopTable(tx);
            shop.save(new ProductGroup(HERE, HERE, 1));
            shop.save(new Product(HERE, HERE, HERE, PRICE, Set.of(HERE), true));
            shop.save(new RegisterSettings(HERE, HERE, List.of(HandMethod.CASH)));
            MethodSettings settings = new MethodSettings(true, "", "", true, false, true);
            new MethodTable(tx)
                    .save(new MethodTable.Known(HandMethod.CASH, cash.info().name(), settings));
            return null;
        });
        Desk desk = new Desk(
                spare.books(),
                spare.claims(),
                spare.audit(),
                Vault.passing(),
                methods,
                patience,
                changes,
                new Outcomes(),
                new Words(zone),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                new Limits(PRICE, Duration.ZERO, false));
        TillSelling selling = new TillSelling(desk, new Payments(desk), (actor, unused) -> {});
        for (int sale = 0; sale < SALES; sale++) {
            sell(selling, new AttemptId(desk.ids().get()));
            claim(desk, new AttemptId(desk.ids().get()));
            Thread.sleep(pause.toMillis());
        }
    }

    private static void sell(TillSelling selling, AttemptId attempt) {
        SaleId sale = shown(selling.addLine(NOBODY, HERE, HERE, 1))
                .sale()
                .orElseThrow()
                .id();
        shown(selling.pay(NOBODY, HERE, sale, attempt, HandMethod.CASH));
        shown(selling.answer(NOBODY, HERE, attempt, "amount", new Answer.Amount(PRICE), Optional.empty()));
        shown(selling.complete(NOBODY, HERE, sale));
    }

    /** Cash has no receipt that may be used once only: what is done with one is done beside the sale. */
    private static void claim(Desk desk, AttemptId attempt) {
        SaleId sale = new SaleId(HERE);
        PaymentReference receipt = new PaymentReference(HERE, attempt.value());
        if (desk.claims().claim(receipt, attempt, sale) instanceof Claim.Granted) {
            desk.books().write(tx -> {
                desk.claims().refundedFrom(tx, receipt);
                new UnusedTable(tx).usedUp(receipt, sale);
                return desk.claims().settle(tx, attempt, sale, Optional.of(receipt));
            });
        }
        desk.claims().release(attempt);
    }

    private static RegisterView shown(Result<RegisterView> result) {
        if (result instanceof Result.Ok<RegisterView> ok) {
            return ok.value();
        }
        throw new IllegalStateException(
                ((Result.Refused<RegisterView>) result).guidance().reason());
    }
}
