package io.kassa.pos.host.refund;

import io.kassa.pos.host.attempt.Refused;
import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.receipts.ReceiptSummary;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.host.receipts.RefundProposal;
import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.selling.AttemptView;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sale receipts: each command is stored, then told to the pages, then shown. */
public final class TillReceipts implements Receipts {

    private static final int MOST_RECEIPTS = 200;

    private final Desk desk;
    private final Refunds refunds;
    private final RefundConversations conversations;
    private final ReceiptViews views;
    private final Verifying verifying;
    private final Resolving resolving;
    private final FollowUps followUps;

    /** @param shop what stands at the head of a receipt */
    public TillReceipts(Desk desk, String shop) {
        this.desk = desk;
        this.refunds = new Refunds(desk);
        RefundBooking booking = new RefundBooking(desk);
        this.conversations = new RefundConversations(desk, booking);
        this.resolving = new Resolving(desk, booking);
        this.views = new ReceiptViews(desk, conversations, shop);
        this.verifying = new Verifying(desk);
        this.followUps = new FollowUps(desk, conversations, verifying);
    }

    /** What the till asks again by itself. */
    public FollowUps followUps() {
        return followUps;
    }

    @Override
    public List<ReceiptSummary> search(String query, int most) {
        return views.search(query, Math.max(1, Math.min(most, MOST_RECEIPTS)));
    }

    @Override
    public Result<ReceiptView> receipt(SaleId sale) {
        Result<ReceiptView> view = desk.guard(() -> views.of(sale));
        if (waits(view)) {
            desk.changes().receiptLater(sale);
        }
        return view;
    }

    /** Whether it may go on without anything that changes in the till: nobody would say so. */
    private static boolean waits(Result<ReceiptView> view) {
        return view instanceof Result.Ok<ReceiptView> drawn
                ? drawn.value().refunds().stream()
                        .anyMatch(refund ->
                                refund.attempt().map(AttemptView::waiting).orElse(false))
                : ((Result.Refused<ReceiptView>) view).kind() == Result.Kind.UNAVAILABLE;
    }

    @Override
    public Result<RefundProposal> propose(SaleId sale, Map<Integer, Money> lines) {
        return desk.guard(() -> refunds.propose(sale, lines));
    }

    @Override
    public Result<ReceiptView> refund(
            Actor actor, SaleId sale, String refund, Map<Integer, Money> lines, Map<AttemptId, String> methods) {
        return done(() -> refunds.begin(actor, sale, refund, lines, methods));
    }

    @Override
    public Result<ReceiptView> refundUnused(Actor actor, AttemptId unused, String refund) {
        return done(() -> refunds.beginUnused(actor, unused, refund));
    }

    @Override
    public Result<ReceiptView> answer(Actor actor, AttemptId attempt, String step, Answer answer) {
        return onRefund(attempt, part -> conversations.answer(actor, attempt, step, answer));
    }

    @Override
    public Result<ReceiptView> inquire(Actor actor, AttemptId attempt) {
        return onRefund(attempt, part -> {
            if (part.state() != Attempt.State.UNKNOWN) {
                return Optional.of(
                        new Refused(Refusal.OUTCOME_KNOWN.kind(), desk.words().guidance(Refusal.OUTCOME_KNOWN)));
            }
            if (desk.methods().await(part.origin(), desk.limits().absence()).isEmpty()) {
                Guidance waiting = desk.words().guidance(Refusal.REFUND_WAITING, part.methodName());
                return Optional.of(Refused.unavailable(waiting));
            }
            followUps.now(attempt);
            return Optional.empty();
        });
    }

    @Override
    public Worklist worklist() {
        return desk.books().read(tx -> Worklists.all(tx, desk));
    }

    @Override
    public Result<Verdict> verify(Actor actor, AttemptId payment, String typed) {
        return desk.guard(() -> {
            Optional<Attempt> attempt = desk.books()
                    .read(tx -> new AttemptTable(tx)
                            .vouchedFor().stream()
                                    .filter(one -> one.id().equals(payment))
                                    .findFirst());
            if (attempt.isEmpty()) {
                return desk.refuse(Refusal.VERIFIED_ALREADY);
            }
            // a refund asks for the transaction itself: two answers could name two payments
            if (desk.books().read(tx -> new AttemptTable(tx).isRefunding(payment))) {
                return desk.refuse(Refusal.REFUND_UNDER_WAY);
            }
            return verifying
                    .compare(actor.name(), payment, Optional.of(typed))
                    .<Result<Verdict>>map(compared -> new Result.Ok<>(compared.verdict()))
                    .orElseGet(() -> desk.refuse(
                            Refusal.VERIFY_METHOD_AWAY, attempt.get().methodName()));
        });
    }

    @Override
    public Result<Worklist> resolve(Actor actor, String caseId, String reason) {
        return closed(() -> resolving.resolve(actor, caseId, reason));
    }

    @Override
    public Result<Worklist> settle(Actor actor, String caseId, boolean returned, String reason) {
        return closed(() -> resolving.settle(actor, caseId, returned, reason));
    }

    private Result<Worklist> closed(Supplier<Optional<Refusal>> command) {
        return desk.guard(() -> {
            Optional<Refusal> refused = command.get();
            if (refused.isPresent()) {
                return desk.refuse(refused.get());
            }
            desk.changes().worklist();
            return new Result.Ok<>(worklist());
        });
    }

    private Result<ReceiptView> onRefund(AttemptId id, Function<Attempt, Optional<Refused>> command) {
        return desk.guard(() -> {
            Optional<Attempt> part = desk.books()
                    .read(tx -> new AttemptTable(tx).find(id))
                    .filter(known -> known.kind() == Attempt.Kind.REFUND);
            if (part.isEmpty()) {
                return desk.refuse(Refusal.ATTEMPT_UNKNOWN);
            }
            Optional<Refused> refused = command.apply(part.get());
            desk.changes().receipt(part.get().sale());
            return refused.<Result<ReceiptView>>map(Refused::result)
                    .orElseGet(() -> views.of(part.get().sale()));
        });
    }

    private Result<ReceiptView> done(Supplier<Result<Sale>> command) {
        return desk.guard(() -> {
            Result<Sale> result = command.get();
            if (result instanceof Result.Refused<Sale> refused) {
                return new Result.Refused<>(refused.kind(), refused.guidance());
            }
            SaleId sale = ((Result.Ok<Sale>) result).value().id();
            Result<ReceiptView> view = views.of(sale);
            desk.changes().receipt(sale);
            desk.changes().worklist();
            return view;
        });
    }
}
