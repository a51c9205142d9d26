package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.payment.Verification.Confirmed;
import io.kassa.pos.spi.payment.Verification.Contradicted;
import io.kassa.pos.spi.payment.Verification.Unanswered;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Refused;
import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.plugin.text.Reason;
import java.util.List;
import java.util.Optional;

/** Compares a payment in the books with what the provider has. */
final class Comparing {
    private final Smartum smartum;
    private final Used used;

    Comparing(Smartum smartum) {
        this.smartum = smartum;
        this.used = Used.comparing(smartum);
    }

    Verification verify(RecordedPayment payment, Optional<String> typed) {
        boolean byPerson = typed.isPresent();
        List<TransactionId> spellings = byPerson ? typed(typed.get()) : recorded(payment);
        if (spellings.isEmpty()) {
            return refused(Reason.VERIFY_ID_FORM);
        }
        Optional<PaymentReference> known = payment.reference();
        if (known.isEmpty()) {
            return unused(payment, spellings, byPerson);
        }
        if (!known.get().scheme().equals(smartum.settings().scheme())) {
            return new Unanswered(smartum.say().because(Reason.VERIFY_OTHER_ROOT));
        }
        Optional<TransactionId> booked = spellings.stream()
                .filter(id -> smartum.reference(id).equals(known.get()))
                .findFirst();
        return booked.map(id -> unused(payment, List.of(id), byPerson))
                .orElseGet(() -> contradicted(smartum.reference(spellings.get(0)), Reason.VERIFY_OTHER_ID));
    }

    private List<TransactionId> typed(String text) {
        return Named.spellings(smartum.reader().read(text, smartum.clock().instant()));
    }

    private static List<TransactionId> recorded(RecordedPayment payment) {
        return payment.reference().map(PaymentReference::id).flatMap(TransactionId::recorded).stream()
                .toList();
    }

    private Verification unused(RecordedPayment payment, List<TransactionId> spellings, boolean byPerson) {
        for (TransactionId id : spellings) {
            Optional<Claim.Held> held = smartum.usedBySomebodyElse(id, payment.attempt());
            if (held.isPresent()) {
                // that the used one of several is meant is a guess, and the host opens a case on a contradiction
                return spellings.size() > 1
                        ? refused(Reason.VERIFY_ID_SEVERAL)
                        : used(id, used.asked(id, held.get(), payment.sale()));
            }
        }
        String venue = Particulars.of(payment, smartum.settings()).venue();
        return Named.lookUp(smartum, spellings, venue)
                .map(named -> compare(payment, named, byPerson, unanswered(payment, spellings)))
                .orElseGet(() -> refused(Reason.VERIFY_ID_SEVERAL));
    }

    /** What to do where Smartum says nothing: only of a payment whose id is in the books does the till ask again by itself. */
    private static Reason unanswered(RecordedPayment payment, List<TransactionId> spellings) {
        if (payment.reference().isPresent()) {
            return Reason.VERIFY_UNANSWERED;
        }
        // where Smartum does not say "unknown" of an id that nobody has, trying several again would never end
        return spellings.size() > 1 ? Reason.VERIFY_SPELLING_UNANSWERED : Reason.VERIFY_ID_UNANSWERED;
    }

    private Verification compare(RecordedPayment payment, Named named, boolean byPerson, Reason unanswered) {
        ApiResult<Transaction> answer = named.answer();
        PaymentReference reference = smartum.reference(named.id());
        if (answer instanceof Ok<Transaction> ok) {
            Optional<Reason> difference = difference(payment, ok.value());
            return difference.isPresent()
                    ? contradicted(
                            reference, difference.get(), Money.euro(ok.value().cents()), payment.tendered())
                    : confirm(payment, ok.value(), named.id());
        }
        return answer instanceof Refused<Transaction> refused
                ? denied(payment, reference, refused.rejection(), byPerson, unanswered)
                : new Unanswered(smartum.say().because(unanswered), answer.pause());
    }

    private Verification denied(
            RecordedPayment payment,
            PaymentReference reference,
            Rejection rejection,
            boolean byPerson,
            Reason unanswered) {
        boolean unknown = rejection == Rejection.UNKNOWN_TRANSACTION;
        if (unknown && byPerson) {
            return refused(Reason.VERIFY_ID_UNKNOWN);
        }
        if (smartum.mayBeKept(payment, rejection)) {
            return new Unanswered(smartum.say().because(Reason.VERIFY_NOT_SHOWN));
        }
        if (unknown) {
            return contradicted(reference, Reason.VERIFY_UNKNOWN);
        }
        return rejection == Rejection.WRONG_VENUE
                ? contradicted(reference, Reason.VERIFY_OTHER_VENUE)
                : new Unanswered(smartum.say().because(unanswered));
    }

    private Optional<Reason> difference(RecordedPayment payment, Transaction transaction) {
        Particulars booked = Particulars.of(payment, smartum.settings());
        if (!transaction.venue().equals(booked.venue())) {
            return Optional.of(Reason.VERIFY_OTHER_VENUE);
        }
        if (!transaction.benefit().equals(booked.benefit())) {
            return Optional.of(Reason.VERIFY_OTHER_BENEFIT);
        }
        if (transaction.status() == Transaction.Status.CANCELLED) {
            return Optional.of(Reason.VERIFY_CANCELLED);
        }
        if (transaction.refunded() > payment.refunded().minor()) {
            return Optional.of(Reason.VERIFY_REFUNDED);
        }
        boolean same = transaction.cents() == payment.tendered().minor();
        return same ? Optional.empty() : Optional.of(Reason.VERIFY_OTHER_AMOUNT);
    }

    private Verification confirm(RecordedPayment payment, Transaction transaction, TransactionId id) {
        PaymentReference reference = smartum.reference(id);
        Claim claim = smartum.ledger().claim(reference, payment.attempt(), payment.sale());
        if (claim instanceof Claim.Held held) {
            return used(id, used.booked(id, held, payment.sale()));
        }
        Particulars particulars = Particulars.of(payment, smartum.settings()).paidAt(transaction.createdAt());
        return new Confirmed(reference, particulars.written());
    }

    private Verification used(TransactionId id, Guidance guidance) {
        return new Contradicted(Optional.of(smartum.reference(id)), guidance);
    }

    private Verification refused(Reason reason) {
        return new Verification.Refused(smartum.say().because(reason));
    }

    private Verification contradicted(PaymentReference reference, Reason reason, Object... arguments) {
        return new Contradicted(Optional.of(reference), smartum.say().because(reason, arguments));
    }
}
