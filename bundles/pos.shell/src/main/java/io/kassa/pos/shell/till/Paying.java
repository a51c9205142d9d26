package io.kassa.pos.shell.till;

import io.kassa.pos.shell.book.Answers;
import io.kassa.pos.shell.book.Attempt;
import io.kassa.pos.shell.book.Booking;
import io.kassa.pos.shell.book.Given;
import io.kassa.pos.shell.book.Journal;
import io.kassa.pos.shell.talk.Conversation;
import io.kassa.pos.shell.talk.Conversation.Stop;
import io.kassa.pos.shell.talk.Refusal;
import io.kassa.pos.shell.talk.Screen;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import java.util.List;

/** A payment from its first question to its booking. */
public final class Paying {

    private final Conversation conversation;
    private final Journal journal;
    private final Answers answers;

    public Paying(Conversation conversation, Journal journal, Answers answers) {
        this.conversation = conversation;
        this.journal = journal;
        this.answers = answers;
    }

    static PaymentRequest request(Attempt attempt) {
        return new PaymentRequest(
                attempt.id(), attempt.sale(), attempt.amount(), attempt.eligible(), attempt.startedAt());
    }

    void hold(Attempt attempt, Screen screen) {
        boolean again;
        do {
            Stop<PaymentOutcome> stop = conversation.hold(attempt, method -> method.pay(request(attempt)), screen::ask);
            again = stop instanceof Stop.Done<PaymentOutcome> done
                    ? !booked(attempt, done.outcome(), screen)
                    : stopped(attempt, stop, screen);
        } while (again);
    }

    private boolean stopped(Attempt attempt, Stop<?> stop, Screen screen) {
        if (stop instanceof Stop.Asking<?>) {
            screen.say("left", attempt.id());
        } else if (stop instanceof Stop.Away<?>) {
            screen.refuse(Refusal.METHOD_AWAY, attempt.method(), attempt.id());
        } else {
            journal.unknown(attempt);
            screen.refuse(Refusal.METHOD_FAILED, attempt.method(), attempt.id());
        }
        return false;
    }

    /**
     * Stores the end, and only then shows it.
     *
     * @return false when another till was faster, and the step is asked again
     */
    boolean booked(Attempt attempt, PaymentOutcome outcome, Screen screen) {
        return outcome.accept(new PaymentOutcome.Visitor<>() {
            @Override
            public Boolean paid(PaymentOutcome.Paid paid) {
                return booked(attempt, paid, screen);
            }

            @Override
            public Boolean declined(PaymentOutcome.Declined declined) {
                show(journal.endedWithNothing(attempt), () -> screen.refuse(declined.guidance()));
                return true;
            }

            @Override
            public Boolean unknown(PaymentOutcome.Unknown unknown) {
                show(journal.unknown(attempt, unknown.pause()), () -> screen.refuse(unknown.guidance()));
                return true;
            }

            @Override
            public Boolean cancelled(PaymentOutcome.Cancelled cancelled) {
                show(journal.endedWithNothing(attempt), () -> screen.say("cancelled"));
                return true;
            }

            private void show(Booking booking, Runnable outcome) {
                if (booking instanceof Booking.Late) {
                    screen.refuse(Refusal.ENDED_ELSEWHERE, attempt.id(), attempt.sale());
                } else {
                    outcome.run();
                }
            }
        });
    }

    private boolean booked(Attempt attempt, PaymentOutcome.Paid paid, Screen screen) {
        if (!paid.applied().currency().equals(attempt.eligible().currency())
                || paid.applied().isMoreThan(attempt.eligible())) {
            // against rule P3: nothing of it is believed
            journal.unknown(attempt);
            screen.refuse(Refusal.METHOD_FAILED, attempt.method(), attempt.id());
            return true;
        }
        Booking booking = journal.paid(attempt, paid);
        if (booking instanceof Booking.Taken taken) {
            screen.refuse(Refusal.RECEIPT_USED, taken.by());
            List<Given> given = answers.of(attempt.id());
            answers.eraseFrom(attempt.id(), Math.max(0, given.size() - 1));
            return false;
        }
        if (booking instanceof Booking.Late) {
            screen.refuse(Refusal.ENDED_ELSEWHERE, attempt.id(), attempt.sale());
        } else {
            receipt(attempt, paid, screen);
        }
        return true;
    }

    private static void receipt(Attempt attempt, PaymentOutcome.Paid paid, Screen screen) {
        screen.say("receipt", attempt.sale());
        paid.receiptLines().forEach(screen::line);
        if (paid.evidence() == Evidence.ATTESTED) {
            screen.say("receipt.attested");
        }
        Money left = attempt.amount().minus(paid.applied());
        screen.say("receipt.paid", paid.applied(), left);
        Money surplus = paid.tendered().minus(paid.applied());
        if (surplus.isPositive()) {
            screen.say("receipt.surplus", surplus);
        }
    }
}
