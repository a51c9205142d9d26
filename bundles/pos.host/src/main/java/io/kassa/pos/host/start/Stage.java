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
import io.kassa.pos.host.outcomes.OutcomeListener;
import io.kassa.pos.host.rehearsal.Audience;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.ProductGroup;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.store.Schema;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.text.Words;
import io.kassa.pos.host.till.TillSelling;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.SpareBooks;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The till that is rehearsed at: the same parts as the one that is open, on books that are thrown away. */
final class Stage {

    private static final String HERE = "rehearsal";
    private static final Money PRICE = Money.euro(100);
    private static final Actor NOBODY = new Actor(HERE, Role.CASHIER, false);

    private final TillSelling selling;

    Stage(SpareBooks.Opened spare, Patience patience, Broadcast changes, OutcomeListener listener, ZoneId zone) {
        HandMethod cash = HandMethod.cash(zone);
        Understudy scanned = new Understudy(spare.claims());
        Methods methods = new Methods(Duration.ZERO);
        methods.add(HandMethod.CASH, cash, Rank.PLAIN);
        methods.add(Understudy.ID, scanned, Rank.PLAIN);
        methods.add(Understudy.ID, scanned.filter(), Rank.PLAIN);
        spare.books().install(Schema.part());
        spare.books().write(tx -> {
            ShopTable shop = new ShopTable(tx);
            shop.save(new ProductGroup(HERE, HERE, 1));
            shop.save(new Product(HERE, HERE, HERE, PRICE, Set.of(HERE), true));
            shop.save(new RegisterSettings(HERE, HERE, List.of(HandMethod.CASH, Understudy.ID)));
            enable(tx, cash);
            enable(tx, scanned);
            return null;
        });
        Outcomes outcomes = new Outcomes();
        outcomes.add(listener);
        Desk desk = new Desk(
                spare.books(),
                spare.claims(),
                spare.audit(),
                Vault.passing(),
                methods,
                patience,
                changes,
                outcomes,
                new Words(zone),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                new Limits(PRICE, Duration.ZERO, false));
        selling = new TillSelling(desk, new Payments(desk), (actor, unused) -> {});
    }

    private static void enable(Transaction tx, PaymentMethod method) {
        MethodSettings settings = new MethodSettings(true, "", "", true, false, true);
        new MethodTable(tx)
                .save(new MethodTable.Known(method.info().id(), method.info().name(), settings));
    }

    /** One sale: half of it for cash, half with a receipt. */
    void sell(int number, List<Audience> audience) {
        AttemptId cash = new AttemptId(HERE + "-cash-" + number);
        AttemptId scan = new AttemptId(HERE + "-scan-" + number);
        SaleId sale = shown(selling.addLine(NOBODY, HERE, HERE, 2), audience)
                .sale()
                .orElseThrow()
                .id();
        shown(selling.pay(NOBODY, HERE, sale, cash, HandMethod.CASH), audience);
        answer(cash, "amount", new Answer.Amount(PRICE), audience);
        shown(selling.pay(NOBODY, HERE, sale, scan, Understudy.ID), audience);
        answer(scan, Understudy.STEP, new Answer.Scanned(scan.value()), audience);
        shown(selling.complete(NOBODY, HERE, sale), audience);
    }

    private void answer(AttemptId attempt, String step, Answer answer, List<Audience> audience) {
        audience.forEach(listener -> listener.said(step, answer));
        shown(selling.answer(NOBODY, HERE, attempt, step, answer, Optional.empty()), audience);
    }

    private static RegisterView shown(Result<RegisterView> result, List<Audience> audience) {
        if (result instanceof Result.Ok<RegisterView> ok) {
            audience.forEach(listener -> listener.shown(ok.value()));
            return ok.value();
        }
        throw new IllegalStateException(
                ((Result.Refused<RegisterView>) result).guidance().reason());
    }
}
