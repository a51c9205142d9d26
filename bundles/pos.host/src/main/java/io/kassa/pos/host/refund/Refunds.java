package io.kassa.pos.host.refund;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.receipts.RefundProposal;
import io.kassa.pos.host.receipts.RefundProposal.Choice;
import io.kassa.pos.host.refund.Ways.Way;
import io.kassa.pos.host.sale.Origin;
import io.kassa.pos.host.sale.RefundPlan;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.RefundTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.Terms;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins refunds: all parts are in the books before the first is sent, and none is planned twice. */
final class Refunds {

    private static final int TRIES = 5;

    private final Desk desk;
    private final Ways ways;

    Refunds(Desk desk) {
        this.desk = desk;
        this.ways = new Ways(desk);
    }

    /** @param lines empty for everything */
    Result<RefundProposal> propose(SaleId id, Map<Integer, Money> lines) {
        ways.await(id);
        return desk.books().read(tx -> {
            Optional<Sale> sale = new SaleTable(tx).find(id);
            Optional<Result<RefundProposal>> refused = refused(sale);
            if (refused.isPresent()) {
                return refused.get();
            }
            Result<List<RefundPlan.Part>> plan = plan(tx, sale.get(), lines);
            if (plan instanceof Result.Refused<List<RefundPlan.Part>> no) {
                return new Result.Refused<>(no.kind(), no.guidance());
            }
            return new Result.Ok<>(proposal(tx, sale.get(), ((Result.Ok<List<RefundPlan.Part>>) plan).value()));
        });
    }

    Result<Sale> begin(
            Actor actor, SaleId id, String refund, Map<Integer, Money> lines, Map<AttemptId, String> methods) {
        Result<Sale> begun = tryToBegin(actor, id, refund, lines, methods);
        for (int i = 0; i < TRIES && isAway(begun) && ways.await(id); i++) {
            begun = tryToBegin(actor, id, refund, lines, methods);
        }
        return begun;
    }

    /** Whether a method is being replaced just now: it may be back at the next try. */
    private static boolean isAway(Result<Sale> begun) {
        return begun instanceof Result.Refused<Sale> refused
                && refused.guidance().reason().equals(Refusal.REFUND_METHOD_AWAY.code());
    }

    private Result<Sale> tryToBegin(
            Actor actor, SaleId id, String refund, Map<Integer, Money> lines, Map<AttemptId, String> methods) {
        return desk.books().write(tx -> {
            Optional<Sale> sale = new SaleTable(tx).find(id);
            Optional<Result<Sale>> refused = refused(sale);
            if (refused.isPresent()) {
                return refused.get();
            }
            Optional<RefundTable.Refund> known = new RefundTable(tx).find(refund);
            if (known.isPresent()) {
                return known.get().sale().equals(id)
                        ? new Result.Ok<>(sale.get())
                        : desk.refuse(Refusal.REFUND_OTHER_SALE);
            }
            Result<List<RefundPlan.Part>> plan = plan(tx, sale.get(), lines);
            return plan instanceof Result.Ok<List<RefundPlan.Part>> ok
                    ? store(tx, actor, sale.get(), refund, ok.value(), methods)
                    : new Result.Refused<>(((Result.Refused<?>) plan).kind(), ((Result.Refused<?>) plan).guidance());
        });
    }

    /** Begins to pay back a payment of a cancelled sale that nobody used. */
    Result<Sale> beginUnused(Actor actor, AttemptId payment, String refund) {
        desk.books().read(tx -> new UnusedTable(tx).find(payment)).ifPresent(unused -> ways.await(unused.sale()));
        return desk.books().write(tx -> {
            UnusedTable list = new UnusedTable(tx);
            Optional<UnusedTable.Unused> unused = list.find(payment);
            if (unused.isEmpty()) {
                return desk.refuse(Refusal.UNUSED_UNKNOWN);
            }
            Sale sale = new SaleTable(tx).find(unused.get().sale()).orElseThrow();
            if (new RefundTable(tx).find(refund).isPresent()) {
                return new Result.Ok<>(sale);
            }
            if (unused.get().state() != UnusedTable.State.OPEN) {
                return desk.refuse(Refusal.UNUSED_GONE);
            }
            List<RefundPlan.Part> plan = RefundPlan.everything(Plans.sources(tx, sale).stream()
                    .filter(source -> source.payment().equals(payment))
                    .toList());
            Result<Sale> begun = store(tx, actor, sale, refund, plan, Map.of());
            if (begun instanceof Result.Ok<Sale>) {
                list.move(payment, UnusedTable.State.REFUNDING);
            }
            return begun;
        });
    }

    private <T> Optional<Result<T>> refused(Optional<Sale> sale) {
        if (sale.isEmpty()) {
            return Optional.of(desk.refuse(Refusal.RECEIPT_UNKNOWN));
        }
        return sale.get().state() == Sale.State.COMPLETED
                ? Optional.empty()
                : Optional.of(desk.refuse(Refusal.RECEIPT_OPEN));
    }

    private Result<List<RefundPlan.Part>> plan(Transaction tx, Sale sale, Map<Integer, Money> lines) {
        List<RefundPlan.Source> sources = Plans.sources(tx, sale);
        Currency currency = sale.cart().currency();
        for (var line : lines.entrySet()) {
            Money most = RefundPlan.open(sources, line.getKey(), currency);
            boolean fits = line.getKey() > RefundPlan.SURPLUS
                    && line.getValue().currency().equals(currency)
                    && line.getValue().isPositive()
                    && !line.getValue().isMoreThan(most);
            if (!fits) {
                return desk.refuse(Refusal.REFUND_TOO_MUCH, most);
            }
        }
        List<RefundPlan.Part> parts = lines.isEmpty() ? RefundPlan.everything(sources) : RefundPlan.of(sources, lines);
        return parts.isEmpty() ? desk.refuse(Refusal.REFUND_NOTHING) : new Result.Ok<>(parts);
    }

    private RefundProposal proposal(Transaction tx, Sale sale, List<RefundPlan.Part> parts) {
        Currency currency = sale.cart().currency();
        List<RefundPlan.Source> sources = Plans.sources(tx, sale);
        List<RefundProposal.ProposedPart> proposed = parts.stream()
                .map(part -> {
                    Tender tender = sale.tender(part.payment()).orElseThrow();
                    List<Choice> choices = ways.of(tender).stream()
                            .map(way -> new Choice(
                                    way.method(),
                                    way.name(),
                                    Payouts.of(tx, sources, part, way, currency).amount(currency)))
                            .toList();
                    Optional<Guidance> obstacle = underWay(tx, part.payment())
                            .or(() -> choices.size() == 1
                                    ? ways.obstacle(tender, ways.of(tender).get(0))
                                    : Optional.empty());
                    return new RefundProposal.ProposedPart(
                            part.payment(), tender.methodName(), choices.get(0).amount(), choices, obstacle);
                })
                .toList();
        Money amount =
                proposed.stream().map(RefundProposal.ProposedPart::amount).reduce(Money.zero(currency), Money::plus);
        return new RefundProposal(amount, proposed);
    }

    private Result<Sale> store(
            Transaction tx,
            Actor actor,
            Sale sale,
            String refund,
            List<RefundPlan.Part> plan,
            Map<AttemptId, String> methods) {
        Currency currency = sale.cart().currency();
        List<RefundPlan.Source> sources = Plans.sources(tx, sale);
        List<RefundPlan.Part> parts = new ArrayList<>();
        for (RefundPlan.Part part : plan) {
            Tender tender = sale.tender(part.payment()).orElseThrow();
            Optional<Way> way = way(tender, methods);
            if (way.isEmpty()) {
                return desk.refuse(Refusal.REFUND_METHOD);
            }
            Optional<Guidance> obstacle = underWay(tx, part.payment()).or(() -> ways.obstacle(tender, way.get()));
            if (obstacle.isPresent()) {
                return new Result.Refused<>(Result.Kind.CONFLICT, obstacle.get());
            }
            RefundPlan.Part handedOver = Payouts.of(tx, sources, part, way.get(), currency);
            if (handedOver.amount(currency).isPositive()) {
                parts.add(handedOver);
            }
        }
        return parts.isEmpty() ? desk.refuse(Refusal.REFUND_NOTHING) : insert(tx, actor, sale, refund, parts, methods);
    }

    private Result<Sale> insert(
            Transaction tx,
            Actor actor,
            Sale sale,
            String refund,
            List<RefundPlan.Part> parts,
            Map<AttemptId, String> methods) {
        Currency currency = sale.cart().currency();
        RefundTable refunds = new RefundTable(tx);
        refunds.insert(new RefundTable.Refund(refund, sale.id(), actor.name(), desk.now(), amount(parts, currency)));
        for (int i = 0; i < parts.size(); i++) {
            RefundPlan.Part part = parts.get(i);
            Tender tender = sale.tender(part.payment()).orElseThrow();
            Way way = way(tender, methods).orElseThrow();
            Terms terms = Payouts.terms(tx, tender, way, currency);
            Attempt attempt = attempt(actor, sale, refund, part, way.name(), Ways.origin(tender, way), terms, i == 0);
            new AttemptTable(tx).insert(attempt, i);
            refunds.insertShares(attempt.id(), part.shares());
            desk.audit().append(tx, line(actor, attempt, tender));
        }
        return new Result.Ok<>(sale);
    }

    private static AuditRecord line(Actor actor, Attempt part, Tender paid) {
        String after = part.due() + " by " + part.method() + ", of attempt "
                + paid.attempt().value();
        return AuditRecord.of(actor.name(), "refund.begun", part.sale().value())
                .changed(Optional.of(paid.line()), Optional.of(after))
                .by(part.id());
    }

    private Optional<Way> way(Tender tender, Map<AttemptId, String> methods) {
        String wanted = methods.getOrDefault(tender.attempt(), tender.method());
        return ways.of(tender).stream()
                .filter(way -> way.method().equals(wanted))
                .findFirst();
    }

    private Optional<Guidance> underWay(Transaction tx, AttemptId payment) {
        return new AttemptTable(tx).isRefunding(payment)
                ? Optional.of(desk.words().guidance(Refusal.REFUND_UNDER_WAY))
                : Optional.empty();
    }

    private Attempt attempt(
            Actor actor,
            Sale sale,
            String refund,
            RefundPlan.Part part,
            Message methodName,
            Origin origin,
            Terms terms,
            boolean first) {
        Money amount = part.amount(sale.cart().currency());
        return new Attempt(
                new AttemptId(desk.ids().get()),
                Attempt.Kind.REFUND,
                sale.id(),
                sale.register(),
                actor.name(),
                origin.method(),
                methodName,
                origin.scheme(),
                first ? Attempt.State.OPEN : Attempt.State.WAITING,
                amount,
                amount,
                Optional.empty(),
                desk.now(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Optional.of(refund),
                Optional.of(part.payment()),
                terms);
    }

    private static Money amount(List<RefundPlan.Part> parts, Currency currency) {
        return parts.stream().map(part -> part.amount(currency)).reduce(Money.zero(currency), Money::plus);
    }
}
