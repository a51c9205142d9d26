package io.kassa.pos.shell.till;

import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.shell.book.Attempt;
import io.kassa.pos.shell.book.Journal;
import io.kassa.pos.shell.book.Payments;
import io.kassa.pos.shell.method.Methods;
import io.kassa.pos.shell.method.Offer;
import io.kassa.pos.shell.talk.Refusal;
import io.kassa.pos.shell.talk.Screen;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** A till with one customer at a time: sells, refunds, and goes on with what was interrupted. */
public final class Till {

    private final Methods methods;
    private final Journal journal;
    private final Payments payments;
    private final Paying paying;
    private final Refunding refunding;
    private final Turns turns;
    private final Clock clock;

    public Till(
            Methods methods,
            Journal journal,
            Payments payments,
            Paying paying,
            Refunding refunding,
            Turns turns,
            Clock clock) {
        this.methods = methods;
        this.journal = journal;
        this.payments = payments;
        this.paying = paying;
        this.refunding = refunding;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Sells these lines, paid with one method.
     *
     * @param dry only says what would be asked for
     */
    public void sell(Screen screen, String method, List<Line> lines, boolean dry) {
        guarded(screen, () -> {
            Optional<Offer> found = methods.find(method);
            if (found.isEmpty()) {
                screen.refuse(Refusal.NO_SUCH_METHOD, method);
                return;
            }
            Offer offer = found.get();
            Currency currency = lines.get(0).price().currency();
            Money due = sum(lines, currency);
            Money eligible = sum(
                    lines.stream().filter(line -> offer.accepts(line.labels())).toList(), currency);
            Optional<Refusal> refusal = refusal(offer, eligible);
            if (refusal.isPresent()) {
                screen.refuse(refusal.get(), offer.info().name());
                return;
            }
            screen.say("sale.due", due, eligible, offer.info().name());
            if (!dry) {
                Attempt attempt = attempt(
                        journal.newSale(),
                        method,
                        due,
                        eligible,
                        Optional.empty(),
                        offer.info().scheme());
                begin(screen, attempt, paying::hold);
            }
        });
    }

    /** Why a method is not offered for that much. */
    private Optional<Refusal> refusal(Offer offer, Money eligible) {
        if (offer.isClosed()) {
            return Optional.of(Refusal.FILTER_MISSING);
        }
        if (!offer.info().takes(eligible.currency())) {
            return Optional.of(Refusal.CURRENCY);
        }
        if (!offer.info().acceptsAt(clock.instant())) {
            return Optional.of(Refusal.METHOD_ENDED);
        }
        return eligible.isPositive() ? Optional.empty() : Optional.of(Refusal.NOTHING_ELIGIBLE);
    }

    /**
     * Gives back what a sale was paid with, or a part of it.
     *
     * @param wanted all that can go back, where it is empty
     * @param dry only says what would go back
     */
    public void refund(Screen screen, SaleId sale, Optional<Money> wanted, boolean dry) {
        guarded(screen, () -> {
            Optional<RecordedPayment> found = payments.of(sale).stream().findFirst();
            if (found.isEmpty()) {
                screen.refuse(Refusal.NO_SUCH_SALE, sale);
                return;
            }
            RecordedPayment payment = found.get();
            Money amount = wanted.orElse(payment.refundable());
            if (!amount.isPositive() || amount.isMoreThan(payment.refundable())) {
                screen.refuse(Refusal.REFUND_TOO_MUCH, sale, payment.refundable());
                return;
            }
            Attempt paid = journal.find(payment.attempt()).orElseThrow();
            screen.say("refund.of", amount, sale, paid.method());
            if (!dry) {
                Attempt attempt =
                        attempt(sale, paid.method(), amount, amount, Optional.of(payment.attempt()), paid.scheme());
                begin(screen, attempt, refunding::hold);
            }
        });
    }

    /** Goes on with an attempt that was interrupted, or asks how one ended whose end is not known. */
    public void resume(Screen screen, AttemptId id) {
        guarded(screen, () -> alone(screen, id, () -> goOn(screen, id)));
    }

    private void goOn(Screen screen, AttemptId id) {
        Optional<Attempt> found = journal.find(id).filter(attempt -> !attempt.hasEnded());
        if (found.isEmpty()) {
            screen.refuse(Refusal.NO_SUCH_ATTEMPT, id);
        } else if (found.get().isRefund()) {
            refunding.hold(found.get(), screen);
        } else {
            paying.hold(found.get(), screen);
        }
    }

    /** What has not ended, oldest first. */
    public List<Attempt> unended() {
        return journal.unended();
    }

    private Attempt attempt(
            SaleId sale,
            String method,
            Money amount,
            Money eligible,
            Optional<AttemptId> undoes,
            Optional<String> scheme) {
        AttemptId fresh = new AttemptId(UUID.randomUUID().toString());
        return new Attempt(fresh, sale, method, amount, eligible, undoes, scheme, clock.instant(), Attempt.State.OPEN);
    }

    private void begin(Screen screen, Attempt attempt, BiConsumer<Attempt, Screen> holding) {
        switch (journal.begin(attempt)) {
            case BEGUN -> {
                screen.say("attempt", attempt.id(), attempt.sale());
                alone(screen, attempt.id(), () -> holding.accept(attempt, screen));
            }
            case UNDER_WAY -> screen.refuse(Refusal.REFUND_UNDER_WAY, attempt.sale());
            case TOO_MUCH -> {
                RecordedPayment payment =
                        payments.by(attempt.undoes().orElseThrow()).orElseThrow();
                screen.refuse(Refusal.REFUND_TOO_MUCH, attempt.sale(), payment.refundable());
            }
        }
    }

    private void alone(Screen screen, AttemptId attempt, Runnable work) {
        if (!turns.alone(attempt, work)) {
            screen.refuse(Refusal.AT_IT, attempt);
        }
    }

    private static void guarded(Screen screen, Runnable work) {
        try {
            work.run();
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            screen.refuse(Refusal.BOOKS_AWAY);
        }
    }

    private static Money sum(List<Line> lines, Currency currency) {
        return lines.stream().map(Line::price).reduce(Money.zero(currency), Money::plus);
    }
}
