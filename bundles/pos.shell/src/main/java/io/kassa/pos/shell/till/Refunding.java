package io.kassa.pos.shell.till;

import io.kassa.pos.shell.book.Attempt;
import io.kassa.pos.shell.book.Booking;
import io.kassa.pos.shell.book.Journal;
import io.kassa.pos.shell.book.Payments;
import io.kassa.pos.shell.talk.Conversation;
import io.kassa.pos.shell.talk.Conversation.Person;
import io.kassa.pos.shell.talk.Conversation.Stop;
import io.kassa.pos.shell.talk.Refusal;
import io.kassa.pos.shell.talk.Screen;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;

/** A refund from its first question to its booking, also when a restart or a lost answer lies between. */
public final class Refunding {

    private final Conversation conversation;
    private final Journal journal;
    private final Payments payments;

    public Refunding(Conversation conversation, Journal journal, Payments payments) {
        this.conversation = conversation;
        this.journal = journal;
        this.payments = payments;
    }

    RefundRequest request(Attempt attempt) {
        return new RefundRequest(
                attempt.id(),
                attempt.sale(),
                payments.by(attempt.undoes().orElseThrow()).orElseThrow(),
                attempt.amount(),
                attempt.startedAt());
    }

    void hold(Attempt attempt, Screen screen) {
        Stop<RefundOutcome> stop = tell(attempt, screen::ask);
        if (stop instanceof Stop.Done<RefundOutcome> done) {
            if (booked(attempt, done.outcome())) {
                show(done.outcome(), attempt, screen);
            } else {
                screen.refuse(Refusal.ENDED_ELSEWHERE, attempt.id(), attempt.sale());
            }
        } else if (stop instanceof Stop.Asking<RefundOutcome>) {
            screen.say("left", attempt.id());
        } else if (stop instanceof Stop.Away<RefundOutcome>) {
            screen.refuse(Refusal.REFUND_AWAY, attempt.method(), attempt.id());
        } else {
            journal.unknown(attempt);
            screen.refuse(Refusal.METHOD_FAILED, attempt.method(), attempt.id());
        }
    }

    /** Tells the method the same request and the same answers: it sends again only where that cannot refund twice. */
    Stop<RefundOutcome> tell(Attempt attempt, Person person) {
        RefundRequest request = request(attempt);
        return conversation.hold(attempt, method -> method.refund(request), person);
    }

    /** @return false when the attempt had ended before, elsewhere; then what was booked there stands */
    boolean booked(Attempt attempt, RefundOutcome outcome) {
        Booking booking = outcome.accept(new RefundOutcome.Visitor<>() {
            @Override
            public Booking refunded(RefundOutcome.Refunded refunded) {
                return journal.refunded(attempt, refunded.amount());
            }

            @Override
            public Booking declined(RefundOutcome.Declined declined) {
                return journal.endedWithNothing(attempt);
            }

            @Override
            public Booking unknown(RefundOutcome.Unknown unknown) {
                return journal.unknown(attempt, unknown.pause());
            }

            @Override
            public Booking cancelled(RefundOutcome.Cancelled cancelled) {
                return journal.endedWithNothing(attempt);
            }
        });
        return booking instanceof Booking.Stored;
    }

    private static void show(RefundOutcome outcome, Attempt attempt, Screen screen) {
        if (outcome instanceof RefundOutcome.Refunded refunded) {
            screen.say("receipt", attempt.sale());
            refunded.receiptLines().forEach(screen::line);
            screen.say("receipt.refunded", refunded.amount());
        } else if (outcome instanceof RefundOutcome.Declined declined) {
            screen.refuse(declined.guidance());
        } else if (outcome instanceof RefundOutcome.Unknown unknown) {
            screen.refuse(unknown.guidance());
        } else {
            screen.say("cancelled");
        }
    }
}
