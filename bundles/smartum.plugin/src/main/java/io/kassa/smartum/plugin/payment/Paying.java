package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Detour;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentOutcome.Cancelled;
import io.kassa.pos.spi.payment.PaymentOutcome.Declined;
import io.kassa.pos.spi.payment.PaymentOutcome.Paid;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Turn.Ask;
import io.kassa.pos.spi.payment.Turn.Done;
import io.kassa.pos.spi.text.Message;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.receipt.Doubt;
import io.kassa.smartum.plugin.payment.Check.Bad;
import io.kassa.smartum.plugin.payment.Check.Good;
import io.kassa.smartum.plugin.text.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conversation at the counter: scan, or type the amount; look twice where there is a doubt; claim. */
final class Paying {
    private static final String ENTER_NUMBER = "enter-number";
    private static final String SCAN = "scan";

    private final Smartum smartum;
    private final ReceiptDesk desk;

    Paying(Smartum smartum) {
        this.smartum = smartum;
        this.desk = new ReceiptDesk(smartum);
    }

    Turn<PaymentOutcome> start(PaymentRequest request) {
        if (!Smartum.isEuro(request.due())) {
            return declined(Reason.SALE_NOT_EURO);
        }
        Optional<Instant> until = smartum.settings().acceptUntil();
        if (until.isPresent() && !request.startedAt().isBefore(until.get())) {
            return declined(Reason.ENDED, smartum.settings().name(), until.get());
        }
        return scan(request);
    }

    private Ask<PaymentOutcome> scan(PaymentRequest request) {
        Step step = new Step.ScanCode(SCAN, say("step.scan", smartum.settings().name()), say("step.scan.help"));
        Detour typing = new Detour(ENTER_NUMBER, say("step.scan.enter-number"), true);
        return new Ask<>(step, Optional.empty(), List.of(typing), (answer, at) -> {
            if (answer instanceof Answer.Cancelled) {
                return new Done<>(new Cancelled());
            }
            return answer instanceof Answer.Scanned scanned ? scanned(request, scanned, at) : amount(request);
        });
    }

    private Turn<PaymentOutcome> scanned(PaymentRequest request, Answer.Scanned scanned, Instant at) {
        Check check = desk.check(request.attempt(), request.sale(), scanned.code(), at);
        return check instanceof Good good
                ? accept(request, good)
                : scan(request).refusing(((Bad) check).guidance());
    }

    private Ask<PaymentOutcome> amount(PaymentRequest request) {
        Step step = new Step.EnterAmount("amount", say("step.amount"), say("step.amount.help"), Optional.empty());
        Detour back = new Detour(SCAN, say("step.amount.scan"), false);
        return new Ask<>(step, Optional.empty(), List.of(back), (answer, at) -> {
            if (answer instanceof Answer.Cancelled) {
                return new Done<>(new Cancelled());
            }
            return answer instanceof Answer.Amount typed ? typed(request, typed.money()) : scan(request);
        });
    }

    private Turn<PaymentOutcome> typed(PaymentRequest request, Money money) {
        if (!Smartum.isEuro(money)) {
            return amount(request).refusing(smartum.say().because(Reason.AMOUNT_OTHER_CURRENCY));
        }
        if (!money.isPositive()) {
            return amount(request).refusing(smartum.say().because(Reason.AMOUNT_NOT_POSITIVE));
        }
        Money highest = Money.euro(smartum.settings().rules().highestCents());
        if (money.isMoreThan(highest)) {
            return amount(request).refusing(smartum.say().because(Reason.AMOUNT_TOO_HIGH, highest));
        }
        Good attested = new Good(Optional.empty(), money.minor(), Optional.empty(), Evidence.ATTESTED, Set.of());
        return accept(request, attested);
    }

    /** One look more where there is something to see: a doubt, or more money than can be used. */
    private Turn<PaymentOutcome> accept(PaymentRequest request, Good good) {
        Money tendered = Money.euro(good.cents());
        List<Message> lines = remarks(request, good, tendered);
        if (lines.isEmpty()) {
            return claim(request, good);
        }
        Step step = new Step.Confirm("accept", say("step.accept"), lines, say("step.accept.confirm", tendered));
        return new Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) ->
                        answer instanceof Answer.Cancelled ? new Done<>(new Cancelled()) : claim(request, good));
    }

    private List<Message> remarks(PaymentRequest request, Good good, Money tendered) {
        List<Message> lines = new ArrayList<>();
        if (good.doubts().contains(Doubt.OLD)) {
            good.paidAt().ifPresent(paid -> lines.add(say("step.accept.old", paid)));
        }
        if (good.doubts().contains(Doubt.PART_CARD)) {
            lines.add(say("step.accept.part-card"));
        }
        if (tendered.isMoreThan(request.eligible())) {
            lines.add(say("step.accept.paid", tendered));
            lines.add(say("step.accept.payable", request.eligible()));
            lines.add(say("step.accept.surplus", tendered.minus(request.eligible())));
        }
        return lines;
    }

    /** The last act: from here on this sale has the receipt, or is told which sale has it. */
    private Turn<PaymentOutcome> claim(PaymentRequest request, Good good) {
        Optional<TransactionId> id = good.transaction();
        Optional<PaymentReference> reference = id.map(smartum::reference);
        if (reference.isPresent()) {
            Claim claim = smartum.ledger().claim(reference.get(), request.attempt(), request.sale());
            if (claim instanceof Claim.Held held) {
                return scan(request).refusing(desk.usedMeanwhile(id.get(), held, request.sale()));
            }
        }
        Money tendered = Money.euro(good.cents());
        return new Done<>(new Paid(
                tendered,
                tendered.atMost(request.eligible()),
                reference,
                good.evidence(),
                Particulars.of(smartum.settings(), good.paidAt()).written(),
                receiptLines(good, tendered)));
    }

    private List<Message> receiptLines(Good good, Money tendered) {
        List<Message> lines = new ArrayList<>();
        lines.add(say(
                "line.paid",
                smartum.settings().name(),
                smartum.settings().rules().benefit(),
                tendered));
        Optional<TransactionId> id = good.transaction();
        lines.add(id.isPresent() ? say("line.transaction", id.get()) : say("line.attested"));
        return lines;
    }

    private Message say(String code, Object... arguments) {
        return smartum.say().message(code, arguments);
    }

    private Turn<PaymentOutcome> declined(Reason reason, Object... arguments) {
        return new Done<>(new Declined(smartum.say().because(reason, arguments)));
    }
}
