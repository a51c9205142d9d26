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
            journal.cutOff().forEach(attempt -> turns.alone(attempt.id(), () -> goOn(attempt)));
            journal.due().forEach(attempt -> turns.alone(attempt.id(), () -> inquire(attempt)));
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            LOG.warn("The books are away; asked again in the next round");
        } catch (RuntimeException e) {
            LOG.error("A round failed", e);
        }
    }

    /** A refund whose request may have left before the till stopped is told again; its method sends it once only. */
    private void goOn(Attempt attempt) {
        Stop<RefundOutcome> stop = refunding.tell(attempt, Person.NOBODY);
        if (stop instanceof Stop.Done<RefundOutcome> done) {
            refunding.book(attempt, done.outcome());
        } else {
            journal.unknown(attempt);
        }
    }

    private void inquire(Attempt attempt) {
        Optional<Offer> offer = attempt.isRefund()
                ? methods.keeper(attempt.method(), attempt.scheme())
                : methods.find(attempt.method());
        try {
            if (offer.isEmpty()) {
                journal.unknown(attempt);
            } else if (attempt.isRefund()) {
                inquireRefund(attempt, offer.get());
            } else {
                PaymentOutcome outcome =
                        patience.call(offer.get(), () -> offer.get().method().inquire(Paying.request(attempt)));
                paying.booked(attempt, outcome, log);
            }
        } catch (Patience.FailedException e) {
            LOG.error("{}: {} failed", attempt.id(), attempt.method(), e);
            journal.unknown(attempt);
        }
    }

    private void inquireRefund(Attempt attempt, Offer offer) throws Patience.FailedException {
        RefundRequest request = refunding.request(attempt);
        RefundOutcome outcome = patience.call(offer, () -> offer.method().inquire(request));
        if (outcome instanceof RefundOutcome.Unknown) {
            goOn(attempt);
        } else {
            refunding.book(attempt, outcome);
        }
    }
}
