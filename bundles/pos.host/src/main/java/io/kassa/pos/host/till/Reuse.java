package io.kassa.pos.host.till;

import io.kassa.pos.host.attempt.UsedReceipt;
import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.selling.MethodButton;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.MethodTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.TenderTable;
import io.kassa.pos.host.store.Terms;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Settlement;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts a payment "paid, not used" into an open sale: as much of it as the sale can take, the rest is surplus. */
final class Reuse {

    private static final int TRIES = 5;

    private final Desk desk;
    private final UsedReceipt used;
    private final Buttons buttons;

    Reuse(Desk desk, Buttons buttons) {
        this.desk = desk;
        this.used = new UsedReceipt(desk);
        this.buttons = buttons;
    }

    /** The filters of plug-ins are asked outside the transaction; when the sale changed meanwhile, all is done again. */
    Result<Sale> use(Actor actor, String register, SaleId id, AttemptId unused) {
        Optional<Result<Sale>> used = Optional.empty();
        for (int i = 0; i < TRIES && used.isEmpty(); i++) {
            used = tryToUse(actor, register, id, unused);
        }
        return used.orElseGet(() -> desk.refuse(Refusal.SALE_NOT_OPEN));
    }

    /** Empty when the sale is not as it was read. */
    private Optional<Result<Sale>> tryToUse(Actor actor, String register, SaleId id, AttemptId unused) {
        Optional<RegisterState> state = desk.books().read(tx -> RegisterState.read(tx, register));
        Optional<Sale> open =
                state.flatMap(RegisterState::open).filter(sale -> sale.id().equals(id));
        Optional<Tender> paid = desk.books().read(tx -> tender(tx, unused));
        if (open.isEmpty() || paid.isEmpty()) {
            return Optional.of(desk.refuse(open.isEmpty() ? Refusal.SALE_NOT_OPEN : Refusal.UNUSED_UNKNOWN));
        }
        Optional<MethodButton> button = buttons.of(state.get(), paid.get().method());
        if (button.isEmpty() || !button.get().ready()) {
            return Optional.of(desk.refuse(
                    Refusal.UNUSED_UNFIT,
                    button.map(MethodButton::hint)
                            .orElseGet(() ->
                                    desk.words().say("hint.not-here", paid.get().methodName()))));
        }
        Optional<Set<Integer>> only = desk.methods()
                .find(paid.get().method())
                .flatMap(offered -> offered.only(open.get().cart()));
        List<Set<Integer>> limits = desk.methods().limits(open.get().cart());
        // what lines it may pay, without the rounding that is only for coins
        Tender tender = moved(paid.get(), open.get().eligible(only, limits), only);
        Optional<Sale> placed = open.get().plus(tender).placed(limits);
        if (placed.isEmpty()) {
            return Optional.of(desk.refuse(Refusal.UNUSED_UNFIT, button.get().hint()));
        }
        return desk.books().write(tx -> store(tx, actor, placed.get(), unused, tender));
    }

    private Optional<Result<Sale>> store(Transaction tx, Actor actor, Sale placed, AttemptId unused, Tender tender) {
        Optional<Sale> now = new SaleTable(tx).open(placed.register());
        if (now.filter(sale -> sale.isAsIn(placed)).isEmpty()) {
            return Optional.empty();
        }
        if (new AttemptTable(tx).paying(placed.register()).isPresent()) {
            return Optional.of(desk.refuse(Refusal.SALE_NOT_OPEN));
        }
        UnusedTable list = new UnusedTable(tx);
        if (list.find(unused).map(one -> one.state() != UnusedTable.State.OPEN).orElse(true)) {
            return Optional.of(desk.refuse(Refusal.UNUSED_GONE));
        }
        Settlement settlement = desk.claims().settle(tx, tender.attempt(), placed.id(), tender.reference());
        if (settlement instanceof Settlement.Taken taken) {
            Guidance why = used.words(tx, placed.id(), taken.reference(), taken.holder());
            return Optional.of(new Result.Refused<>(Result.Kind.CONFLICT, why));
        }
        list.used(unused, placed.id());
        Terms terms = new MethodTable(tx).terms(tender.method(), placed.cart().currency());
        new AttemptTable(tx).insert(attempt(actor, placed, tender, terms), 0);
        new TenderTable(tx).insert(placed.id(), tender);
        new SaleTable(tx).update(placed);
        FollowUpTable followUps = new FollowUpTable(tx);
        followUps.delete(unused);
        if (tender.evidence() == Evidence.SIGNED) {
            followUps.insert(tender.attempt(), FollowUpTable.Task.VERIFY, desk.now(), desk.now());
        }
        desk.audit()
                .append(
                        tx,
                        AuditRecord.of(actor.name(), "unused.used", placed.id().value())
                                .changed(Optional.of("attempt " + unused.value()), Optional.of(tender.line()))
                                .by(tender.attempt()));
        return Optional.of(new Result.Ok<>(placed));
    }

    private static Optional<Tender> tender(Transaction tx, AttemptId unused) {
        return new UnusedTable(tx)
                .find(unused)
                .flatMap(one -> new SaleTable(tx).find(one.sale()))
                .flatMap(sale -> sale.tender(unused));
    }

    private Tender moved(Tender paid, Money eligible, Optional<Set<Integer>> only) {
        return new Tender(
                new AttemptId(desk.ids().get()),
                paid.method(),
                paid.methodName(),
                paid.scheme(),
                paid.kept(),
                paid.kept().atMost(eligible),
                Money.zero(eligible.currency()),
                Money.zero(eligible.currency()),
                false,
                paid.evidence(),
                Optional.empty(),
                paid.reference(),
                paid.particulars(),
                paid.receiptLines(),
                desk.now(),
                only,
                new TreeMap<>());
    }

    private static Attempt attempt(Actor actor, Sale sale, Tender tender, Terms terms) {
        return new Attempt(
                tender.attempt(),
                Attempt.Kind.PAYMENT,
                sale.id(),
                sale.register(),
                actor.name(),
                tender.method(),
                tender.methodName(),
                tender.scheme(),
                Attempt.State.PAID,
                tender.applied(),
                tender.applied(),
                tender.only(),
                tender.paidAt(),
                Optional.of(tender.paidAt()),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                terms);
    }
}
