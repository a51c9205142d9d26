package io.kassa.pos.host.refund;

import io.kassa.pos.host.attempt.Backoff;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.FollowUpTable.FollowUp;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.text.Guidance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the till asks again by itself: soon at first, then less and less often, and in the end a person is asked. */
public final class FollowUps {

    private static final int AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Desk desk;
    private final RefundConversations refunds;
    private final Verifying verifying;
    private final LatePayments payments;
    private final Backoff backoff = new Backoff();
    private final String holder;
    private boolean started;

    FollowUps(Desk desk, RefundConversations refunds, Verifying verifying) {
        this.desk = desk;
        this.refunds = refunds;
        this.verifying = verifying;
        this.payments = new LatePayments(desk);
        this.holder = desk.ids().get();
    }

    /** Goes on with what a crash cut off, and asks all whose time has come. Run it every second or so. */
    public void run() {
        goOn();
        Instant now = desk.now();
        List<FollowUp> waiting = desk.books().read(tx -> new FollowUpTable(tx).waiting());
        waiting.stream()
                .filter(one -> backoff.isDue(one, now))
                .filter(one -> desk.methods().find(one.origin()).isPresent())
                .limit(AT_ONCE)
                .forEach(this::ask);
        leaveToAPerson(waiting.stream()
                .filter(one -> backoff.isOver(one, now))
                .filter(one -> desk.methods().isGone(one.origin()))
                .toList());
        leaveCutOffToAPerson(now);
    }

    /** What was cut off in the middle, and nobody came back for, holds up its payment until somebody says how it ended. */
    private void leaveCutOffToAPerson(Instant now) {
        List<Attempt> stuck = desk.books().read(tx -> new AttemptTable(tx).openRefunds()).stream()
                .filter(part -> backoff.isOver(part.startedAt(), now))
                .filter(part -> desk.methods().isGone(part.origin()))
                .filter(refunds::isBegun)
                .toList();
        stuck.forEach(refunds::leaveToAPerson);
    }

    /**
     * Nobody is here who could be asked: they wait, without losing a try, and go on when somebody is, here or at another host.
     * Meanwhile a person may know more.
     */
    private void leaveToAPerson(List<FollowUp> unserved) {
        List<FollowUp> untold = unserved.isEmpty()
                ? List.of()
                : desk.books()
                        .read(tx -> unserved.stream()
                                .filter(one -> !isTold(tx, one))
                                .toList());
        if (untold.isEmpty()) {
            return;
        }
        desk.books().write(tx -> {
            // looked at again: the list is from before up to fifty were asked about, and a person may have decided
            // meanwhile
            untold.stream()
                    .filter(one -> stillWaits(tx, one) && !isTold(tx, one))
                    .forEach(one -> askAPerson(tx, one));
            return null;
        });
        desk.changes().worklist();
    }

    private static boolean stillWaits(Transaction tx, FollowUp one) {
        return new FollowUpTable(tx)
                .find(one.attempt())
                .filter(now -> now.task() == one.task())
                .isPresent();
    }

    /**
     * Once: a case that a person closed is not opened again for the same reason. How a refund ended is asked until somebody says
     * so, because it holds up the next one.
     */
    private static boolean isTold(Transaction tx, FollowUp one) {
        CaseTable cases = new CaseTable(tx);
        String id = one.attempt().value();
        return one.task() == FollowUpTable.Task.REFUND ? cases.findOpen(id).isPresent() : cases.isKnown(id);
    }

    private void askAPerson(Transaction tx, FollowUp one) {
        new AttemptTable(tx).find(one.attempt()).ifPresent(attempt -> {
            Guidance waiting = desk.words().guidance(Worklists.waiting(attempt), attempt.methodName());
            new CaseTable(tx)
                    .put(new CaseTable.Case(attempt.id().value(), attempt.sale(), attempt.id(), desk.now(), waiting));
        });
    }

    /**
     * A refund whose request may have been sent before a crash is told again; its method sends it once only. In the first round
     * that is every one; later another host may have just begun it, and is left the time to end it.
     */
    private void goOn() {
        Instant old = desk.now().minus(LEASE);
        List<Attempt> cutOff = desk.books()
                .read(tx -> desk.claims().attemptsToRecover(tx).stream()
                        .map(id -> new AttemptTable(tx).find(id))
                        .flatMap(Optional::stream)
                        .filter(Attempt::isOpen)
                        .toList());
        cutOff.stream()
                .filter(part -> !started
                        || refunds.isOurs(part.id())
                        || part.startedAt().isBefore(old))
                .forEach(part -> refunds.show(part.id()));
        started = true;
    }

    /** Asks one now, unless another host is asking it. */
    void now(AttemptId attempt) {
        desk.books()
                .read(tx -> new FollowUpTable(tx).find(attempt))
                .ifPresentOrElse(this::ask, () -> find(attempt).ifPresent(refunds::inquire));
    }

    private void ask(FollowUp one) {
        Instant now = desk.now();
        Instant until = now.plus(lease(one));
        boolean mine = desk.books().write(tx -> new FollowUpTable(tx).lease(one, holder, now, until));
        if (!mine) {
            return;
        }
        Optional<Duration> pause = switch (one.task()) {
            case VERIFY ->
                verifying
                        .compare(CaseTable.TILL, one.attempt(), Optional.empty())
                        .flatMap(Verifying.Compared::pause);
            case REFUND -> find(one.attempt()).flatMap(refunds::inquire);
            case PAYMENT -> find(one.attempt()).flatMap(payments::inquire);
        };
        desk.books().write(tx -> {
            FollowUpTable table = new FollowUpTable(tx);
            // a payment that was learned of may wait to be compared by now, which is another question
            if (stillWaits(tx, one) && backoff.isOver(one, now)) {
                table.delete(one.attempt());
                new AttemptTable(tx)
                        .find(one.attempt())
                        .ifPresent(attempt -> new CaseTable(tx).put(over(attempt, one.task())));
            } else {
                table.again(one.attempt(), holder, desk.now().plus(backoff.after(one.tries() + 1, pause)));
            }
            return null;
        });
        desk.changes().worklist();
    }

    /** Longer than asking takes: one question, and everything told again. */
    private Duration lease(FollowUp one) {
        Duration asking = desk.methods()
                .find(one.origin())
                .map(offered -> offered.info().patience().multipliedBy(2))
                .orElse(Duration.ZERO);
        Duration all = LEASE.plus(asking);
        return all.compareTo(FollowUpTable.LONGEST_LEASE) < 0 ? all : FollowUpTable.LONGEST_LEASE;
    }

    private CaseTable.Case over(Attempt attempt, FollowUpTable.Task task) {
        Refusal why = task == FollowUpTable.Task.REFUND ? Refusal.REFUND_GIVEN_UP : Refusal.PAYMENT_GIVEN_UP;
        return new CaseTable.Case(
                attempt.id().value(),
                attempt.sale(),
                attempt.id(),
                desk.now(),
                desk.words().guidance(why, attempt.methodName()));
    }

    private Optional<Attempt> find(AttemptId id) {
        return desk.books().read(tx -> new AttemptTable(tx).find(id));
    }
}
