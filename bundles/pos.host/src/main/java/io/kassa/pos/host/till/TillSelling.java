package io.kassa.pos.host.till;

import io.kassa.pos.host.attempt.Payments;
import io.kassa.pos.host.attempt.Refused;
import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.selling.AttemptView;
import io.kassa.pos.host.selling.CatalogueView;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.selling.UnusedPayment;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.view.UnusedViews;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Selling: each command is stored, then told to the pages, then shown. */
public final class TillSelling implements Selling {

    /** Refunds a payment of a cancelled sale that nobody will use. */
    @FunctionalInterface
    public interface RefundNow {
        void refund(Actor actor, AttemptId unused);
    }

    private final Desk desk;
    private final Payments payments;
    private final RefundNow refunds;
    private final RegisterViews views;
    private final CartEdits edits;
    private final Paying paying;
    private final Closing closing;
    private final Reuse reuse;

    public TillSelling(Desk desk, Payments payments, RefundNow refunds) {
        Buttons buttons = new Buttons(desk);
        this.desk = desk;
        this.payments = payments;
        this.refunds = refunds;
        this.views = new RegisterViews(desk, payments, buttons);
        this.edits = new CartEdits(desk);
        this.paying = new Paying(desk, buttons, payments);
        this.closing = new Closing(desk);
        this.reuse = new Reuse(desk, buttons);
    }

    @Override
    public List<Place> registers() {
        return desk.books()
                .read(tx -> new ShopTable(tx)
                        .registers().stream()
                                .map(register -> new Place(register.id(), register.name()))
                                .toList());
    }

    @Override
    public Result<RegisterView> view(String register) {
        Result<RegisterView> view = desk.guard(() -> views.of(register));
        if (waits(view)) {
            desk.changes().registerLater(register);
        }
        return view;
    }

    /** Whether it may go on without anything that changes in the till: nobody would say so. */
    private static boolean waits(Result<RegisterView> view) {
        return view instanceof Result.Ok<RegisterView> drawn
                ? drawn.value().attempt().map(AttemptView::waiting).orElse(false)
                : ((Result.Refused<RegisterView>) view).kind() == Result.Kind.UNAVAILABLE;
    }

    @Override
    public Result<CatalogueView> catalogue() {
        return desk.guard(() -> new Result.Ok<>(desk.books().read(Catalogue::read)));
    }

    @Override
    public Result<RegisterView> addLine(Actor actor, String register, String product, long quantity) {
        return done(register, () -> edits.add(actor, register, product, quantity));
    }

    @Override
    public Result<RegisterView> addScanned(Actor actor, String register, String gtin) {
        return done(register, () -> edits.scanned(actor, register, gtin));
    }

    @Override
    public Result<RegisterView> changeLine(
            Actor actor, String register, SaleId sale, int line, long quantity, Money discount) {
        return done(register, () -> edits.line(register, sale, line, quantity, discount));
    }

    @Override
    public Result<RegisterView> discountSale(Actor actor, String register, SaleId sale, Money discount) {
        return done(register, () -> edits.discount(register, sale, discount));
    }

    @Override
    public Result<RegisterView> pay(Actor actor, String register, SaleId sale, AttemptId attempt, String method) {
        return done(register, () -> paying.begin(actor, register, sale, attempt, method));
    }

    @Override
    public Result<RegisterView> answer(
            Actor actor, String register, AttemptId attempt, String step, Answer answer, Optional<String> reason) {
        return onPayment(register, attempt, () -> {
            Optional<Refused> refused = payments.answer(actor, attempt, step, answer, reason);
            return refused.<Result<AttemptId>>map(Refused::result).orElseGet(() -> new Result.Ok<>(attempt));
        });
    }

    @Override
    public Result<RegisterView> dismiss(Actor actor, String register, AttemptId attempt) {
        return onPayment(register, attempt, () -> {
            desk.books().write(tx -> {
                new AttemptTable(tx).dismiss(attempt);
                return null;
            });
            return new Result.Ok<>(attempt);
        });
    }

    @Override
    public Result<RegisterView> removeTender(Actor actor, String register, SaleId sale, AttemptId tender) {
        return done(register, () -> closing.removeTender(actor, register, sale, tender));
    }

    @Override
    public Result<RegisterView> complete(Actor actor, String register, SaleId sale) {
        return done(register, () -> told(closing.complete(actor, register, sale)));
    }

    @Override
    public Result<RegisterView> cancel(Actor actor, String register, SaleId sale, Map<AttemptId, Unused> receipts) {
        return done(register, () -> {
            Result<Sale> cancelled = told(closing.cancel(actor, register, sale));
            if (cancelled instanceof Result.Ok<Sale>) {
                receipts.forEach((tender, way) -> {
                    if (way == Unused.REFUND) {
                        refunds.refund(actor, tender);
                    }
                });
            }
            return cancelled;
        });
    }

    @Override
    public Result<RegisterView> useUnused(Actor actor, String register, SaleId sale, AttemptId unused) {
        return done(register, () -> told(reuse.use(actor, register, sale, unused)));
    }

    @Override
    public List<UnusedPayment> unused() {
        return desk.books().read(UnusedViews::all);
    }

    private Result<Sale> told(Result<Sale> result) {
        if (result instanceof Result.Ok<Sale> ok) {
            desk.changes().receipt(ok.value().id());
            desk.changes().worklist();
        }
        return result;
    }

    private Result<RegisterView> onPayment(String register, AttemptId id, Supplier<Result<AttemptId>> command) {
        return desk.guard(() -> {
            Optional<String> known = AttemptTable.registerOfPayment(desk.books(), id);
            if (known.isEmpty()) {
                return desk.refuse(Refusal.ATTEMPT_UNKNOWN);
            }
            return known.get().equals(register) ? done(register, command) : desk.refuse(Refusal.ATTEMPT_ELSEWHERE);
        });
    }

    private <T> Result<RegisterView> done(String register, Supplier<Result<T>> command) {
        return desk.guard(() -> {
            Result<T> result = command.get();
            if (result instanceof Result.Refused<T> refused) {
                return new Result.Refused<>(refused.kind(), refused.guidance());
            }
            desk.changes().register(register);
            return views.of(register);
        });
    }
}
