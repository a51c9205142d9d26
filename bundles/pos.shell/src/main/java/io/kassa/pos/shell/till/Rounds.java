package io.kassa.pos.shell.till;

import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.shell.book.Attempt;
import io.kassa.pos.shell.book.Journal;
import io.kassa.pos.shell.method.Methods;
import io.kassa.pos.shell.method.Offer;
import io.kassa.pos.shell.method.Patience;
import io.kassa.pos.shell.talk.Conversation.Person;
import io.kassa.pos.shell.talk.Conversation.Stop;
import io.kassa.pos.shell.talk.Screen;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out, with nobody present, how attempts ended whose end is not known. */
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Methods methods;
    private final Patience patience;
    private final Journal journal;
    private final Paying paying;
    private final Refunding refunding;
    private final Turns turns;
    private final Screen log;

    /** @param log where what a person at the counter would read is written */
    public Rounds(
            Methods methods,
            Patience patience,
            Journal journal,
            Paying paying,
            Refunding refunding,
            Turns turns,
            Screen log) {
        this.methods = methods;
        this.patience = patience;
        this.journal = journal;
        this.paying = paying;
        this.refunding = refunding;
        this.turns = turns;
        this.log = log;
    }

    /** One round; to be repeated every second or so. */
    public void run() {
        try {
            journal.cutOff().forEach(attempt -> alone(attempt, this::goOn));
            journal.due().forEach(attempt -> alone(attempt, this::inquire));
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            LOG.warn("The books are away; asked again in the next round");
        } catch (RuntimeException e) {
            LOG.error("A round failed", e);
        }
    }

    /** It is read again when its turn has come: since it was listed, somebody else may have been at it. */
    private void alone(Attempt listed, Consumer<Attempt> work) {
        turns.alone(
                listed.id(),
                () -> journal.find(listed.id())
                        .filter(attempt -> attempt.state() == listed.state())
                        .ifPresent(attempt -> tried(attempt, work)));
    }

    /** One that cannot be gone on with keeps nobody from the others. */
    private void tried(Attempt attempt, Consumer<Attempt> work) {
        try {
            work.accept(attempt);
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} failed", attempt.id(), e);
            journal.unknown(attempt);
        }
    }

    /** A refund whose request may have left before the till stopped is told again; its method sends it once only. */
    private void goOn(Attempt attempt) {
        Stop<RefundOutcome> stop = refunding.tell(attempt, Person.NOBODY);
        if (stop instanceof Stop.Done<RefundOutcome> done) {
            refunding.booked(attempt, done.outcome());
        } else {
            journal.unknown(attempt);
        }
    }

    private void inquire(Attempt attempt) {
        Optional<Offer> offer = methods.keeper(attempt.method(), attempt.keptBy());
        try {
            if (offer.isEmpty()) {
                journal.unknown(attempt);
            } else if (attempt.isRefund()) {
                inquireRefund(attempt, offer.get());
            } else {
                PaymentOutcome outcome =
                        patience.call(offer.get(), () -> offer.get().method().inquire(Paying.request(attempt)));
                if (!paying.booked(attempt, outcome, log)) {
                    journal.unknown(attempt);
                }
            }
        } catch (Patience.FailedException e) {
            LOG.error("{}: {} failed", attempt.id(), attempt.method(), e);
            journal.unknown(attempt);
        }
    }

    private void inquireRefund(Attempt attempt, Offer offer) throws Patience.FailedException {
        RefundRequest request = refunding.request(attempt);
        RefundOutcome outcome = patience.call(offer, () -> offer.method().inquire(request));
        if (outcome instanceof RefundOutcome.Unknown unknown && unknown.pause().isEmpty()) {
            goOn(attempt);
        } else {
            refunding.booked(attempt, outcome);
        }
    }
}
