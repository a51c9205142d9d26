package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Refused;
import io.kassa.smartum.core.api.ApiResult.Rejection;
import io.kassa.smartum.core.api.ApiResult.Unsupported;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.receipt.Doubt;
import io.kassa.smartum.core.receipt.Reading;
import io.kassa.smartum.core.receipt.ReceiptRules;
import io.kassa.smartum.core.receipt.VerifiedReceipt;
import io.kassa.smartum.plugin.payment.Check.Bad;
import io.kassa.smartum.plugin.payment.Check.Good;
import io.kassa.smartum.plugin.text.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a scanned code. A verified receipt is good by its signature, and better when the provider confirms it in time; the
 * provider is asked after the signature, which takes milliseconds, so that forgeries cause no traffic.
 */
final class ReceiptDesk {
    private final Smartum smartum;
    private final Used used;

    ReceiptDesk(Smartum smartum) {
        this.smartum = smartum;
        this.used = Used.paying(smartum);
    }

    /** @param sale where it is scanned */
    Check check(AttemptId attempt, SaleId sale, String code, Instant at) {
        Reading reading = smartum.reader().read(code, at);
        if (reading instanceof VerifiedReceipt receipt) {
            return used(receipt.transaction(), attempt, sale).orElseGet(() -> signed(receipt));
        }
        if (reading instanceof Reading.BareTransactionId bare) {
            return bare.spellings().stream()
                    .flatMap(id -> used(id, attempt, sale).stream())
                    .findFirst()
                    .orElseGet(() -> named(bare.spellings(), at));
        }
        Reading.Refused refused = (Reading.Refused) reading;
        Reason reason = Reason.valueOf(refused.reason().name());
        return bad(reason, expected(reason), refused.found().orElse("?"));
    }

    private Optional<Check> used(TransactionId id, AttemptId attempt, SaleId sale) {
        return smartum.usedBySomebodyElse(id, attempt).map(held -> new Bad(used.asked(id, held, sale)));
    }

    /** Of a receipt that was good a moment ago. */
    Guidance usedMeanwhile(TransactionId id, Claim.Held held, SaleId sale) {
        return used.booked(id, held, sale);
    }

    private Check signed(VerifiedReceipt receipt) {
        ApiResult<Transaction> answer = smartum.api()
                .lookUp(receipt.transaction(), smartum.settings().timing().lookUp());
        if (answer instanceof Ok<Transaction> ok) {
            Transaction transaction = ok.value();
            boolean same = transaction.cents() == receipt.cents()
                    && transaction.venue().equals(receipt.venue())
                    && transaction.benefit().equals(receipt.benefit());
            return same ? byState(transaction).orElse(good(receipt, Evidence.CONFIRMED)) : bad(Reason.CONTRADICTED);
        }
        return answer instanceof Refused<Transaction> refused && isAboutThePayment(refused.rejection())
                ? bad(refused(refused.rejection()), smartum.settings().rules().venue(), "?")
                : good(receipt, Evidence.SIGNED);
    }

    private Check named(List<TransactionId> spellings, Instant at) {
        // where Smartum does not say "unknown" of an id that nobody has, trying several again would never end
        Reason unanswered = spellings.size() > 1 ? Reason.NUMBER_SPELLING_UNANSWERED : Reason.NUMBER_UNANSWERED;
        return Named.lookUp(smartum, spellings, smartum.settings().rules().venue())
                .map(named -> judged(named.answer(), unanswered, at))
                .orElseGet(() -> bad(Reason.NUMBER_SEVERAL));
    }

    private Check judged(ApiResult<Transaction> answer, Reason unanswered, Instant at) {
        if (answer instanceof Ok<Transaction> ok) {
            return byState(ok.value()).or(() -> byRules(ok.value())).orElseGet(() -> confirmed(ok.value(), at));
        }
        if (answer instanceof Refused<Transaction> refused && isAboutThePayment(refused.rejection())) {
            return bad(refused(refused.rejection()), smartum.settings().rules().venue(), "?");
        }
        return bad(answer instanceof Unsupported<Transaction> ? Reason.NUMBER_NOT_OFFERED : unanswered);
    }

    private Optional<Check> byState(Transaction transaction) {
        if (transaction.status() == Transaction.Status.CANCELLED) {
            return Optional.of(bad(Reason.NOT_PAID));
        }
        boolean returned = transaction.status() == Transaction.Status.REFUNDED || transaction.refunded() > 0;
        return returned ? Optional.of(bad(Reason.REFUNDED)) : Optional.empty();
    }

    private Optional<Check> byRules(Transaction transaction) {
        ReceiptRules rules = smartum.settings().rules();
        if (!transaction.venue().equals(rules.venue())) {
            return Optional.of(bad(Reason.OTHER_VENUE, rules.venue(), transaction.venue()));
        }
        if (!transaction.benefit().equals(rules.benefit())) {
            return Optional.of(bad(Reason.OTHER_BENEFIT, rules.benefit(), transaction.benefit()));
        }
        boolean inRange = transaction.cents() <= rules.highestCents();
        return inRange ? Optional.empty() : Optional.of(bad(Reason.AMOUNT_OUT_OF_RANGE));
    }

    private Check confirmed(Transaction transaction, Instant at) {
        Duration old = smartum.settings().rules().oldAfter();
        boolean isOld = transaction
                .createdAt()
                .filter(paid -> paid.plus(old).isBefore(at))
                .isPresent();
        return new Good(
                Optional.of(transaction.id()),
                transaction.cents(),
                transaction.createdAt(),
                Evidence.CONFIRMED,
                isOld ? Set.of(Doubt.OLD) : Set.of());
    }

    private static Check good(VerifiedReceipt receipt, Evidence evidence) {
        return new Good(
                Optional.of(receipt.transaction()),
                receipt.cents(),
                Optional.of(receipt.issuedAt()),
                evidence,
                receipt.doubts());
    }

    private static boolean isAboutThePayment(Rejection rejection) {
        return rejection == Rejection.UNKNOWN_TRANSACTION || rejection == Rejection.WRONG_VENUE;
    }

    private static Reason refused(Rejection rejection) {
        return rejection == Rejection.WRONG_VENUE ? Reason.OTHER_VENUE : Reason.UNKNOWN_TO_PROVIDER;
    }

    private String expected(Reason reason) {
        ReceiptRules rules = smartum.settings().rules();
        if (reason == Reason.OTHER_VENUE) {
            return rules.venue();
        }
        return reason == Reason.OTHER_BENEFIT ? rules.benefit() : "EUR";
    }

    private Bad bad(Reason reason, Object... arguments) {
        return new Bad(smartum.say().because(reason, arguments));
    }
}
