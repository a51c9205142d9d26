package io.kassa.smartum.plugin.payment;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.OpenIntent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Texts;
import io.kassa.smartum.core.api.ApiResult;
import io.kassa.smartum.core.api.ApiResult.NoAnswer;
import io.kassa.smartum.core.api.ApiResult.NotSent;
import io.kassa.smartum.core.api.ApiResult.Ok;
import io.kassa.smartum.core.api.ApiResult.Refused;
import io.kassa.smartum.core.api.SmartumApi;
import io.kassa.smartum.core.api.Transaction;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.core.receipt.Reading;
import io.kassa.smartum.core.receipt.VerifiedReceipt;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.text.Say;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody at a shell asks of one configuration. Only reads: nothing is claimed, nothing is sent that moves money, and no
 * secret or scanned code is told.
 */
public final class Enquiries {
    private static final AttemptId NOBODY = new AttemptId("shell");
    private static final SaleId NO_SALE = new SaleId("shell");

    private final Smartum smartum;

    public Enquiries(Settings settings, SmartumApi api, PaymentLedger ledger, Say say, Clock clock) {
        this.smartum = new Smartum(settings, settings.reader(), api, ledger, say, clock);
    }

    public Settings settings() {
        return smartum.settings();
    }

    /**
     * Whether a code would be taken now.
     *
     * @param offline by its signature and the books alone; else Smartum is asked too, as it is at a scan
     */
    public List<String> verify(String code, boolean offline, Locale language) {
        Reading reading = smartum.reader().read(code, smartum.clock().instant());
        List<String> lines = new ArrayList<>();
        if (reading instanceof VerifiedReceipt receipt) {
            lines.add("genuine: " + receipt.transaction() + ", " + money(receipt.cents()) + ", venue " + receipt.venue()
                    + ", benefit " + receipt.benefit() + ", of " + receipt.issuedAt());
            receipt.doubts().forEach(doubt -> lines.add("doubt: " + doubt));
            lines.add(holder(receipt.transaction()));
        } else if (reading instanceof Reading.BareTransactionId bare) {
            for (TransactionId id : bare.spellings()) {
                lines.add("only the name of a payment, which proves nothing by itself: " + id);
                lines.add(holder(id));
            }
        } else {
            lines.add("would be refused: " + ((Reading.Refused) reading).reason());
        }
        if (!offline) {
            Check check = new ReceiptDesk(smartum)
                    .check(NOBODY, NO_SALE, code, smartum.clock().instant());
            lines.addAll(
                    check instanceof Check.Bad bad
                            ? words(bad.guidance(), language)
                            : List.of("would be taken, " + ((Check.Good) check).evidence()));
        }
        return lines;
    }

    private String holder(TransactionId id) {
        Optional<Claim.Held> held = smartum.usedBySomebodyElse(id, NOBODY);
        return held.map(by -> "used by sale " + by.sale() + ", attempt " + by.attempt() + ", since " + by.since())
                .orElse("not used here");
    }

    private static List<String> words(Guidance guidance, Locale language) {
        return List.of(
                "would be refused: " + guidance.happened().in(language),
                guidance.money().in(language),
                guidance.next().in(language));
    }

    /** Refunds at this provider whose end is not known, of all hosts on these books. */
    public List<OpenIntent> unknown() {
        return smartum.ledger().openIntents().stream()
                .filter(open ->
                        open.reference().scheme().equals(smartum.settings().scheme()))
                .toList();
    }

    /**
     * The payment that a text names: the id of an attempt to refund it, or its transaction id.
     *
     * @return empty when it names none at this provider
     */
    public Optional<TransactionId> named(String text) {
        return refund(text)
                .map(open -> open.reference().id())
                .flatMap(TransactionId::recorded)
                .or(() -> TransactionId.parse(smartum.settings().contract(), text));
    }

    private Optional<OpenIntent> refund(String attempt) {
        return unknown().stream()
                .filter(open -> open.attempt().value().equals(attempt))
                .findFirst();
    }

    /** What Smartum says of a payment now, beside what the books say. */
    public List<String> inquire(TransactionId id) {
        List<String> lines = new ArrayList<>();
        lines.add(holder(id));
        unknown().stream()
                .filter(open -> open.reference()
                        .equals(new PaymentReference(smartum.settings().scheme(), id.value())))
                .forEach(open -> lines.add("refund not known: attempt " + open.attempt() + " of sale " + open.sale()
                        + ", since " + open.openedAt() + before(open)));
        ApiResult<Transaction> answer =
                smartum.api().lookUp(id, smartum.settings().timing().exchange());
        lines.add("Smartum: " + said(answer));
        return lines;
    }

    private static String before(OpenIntent open) {
        return RefundFacts.refundedBefore(open.seen())
                .map(cents -> "; refunded before it: " + money(cents))
                .orElse("");
    }

    private static String said(ApiResult<Transaction> answer) {
        if (answer instanceof Ok<Transaction> ok) {
            Transaction found = ok.value();
            return found.id() + " " + found.status() + ", paid " + money(found.cents()) + ", refunded "
                    + money(found.refunded()) + ", venue " + found.venue() + ", benefit " + found.benefit();
        }
        if (answer instanceof Refused<Transaction> refused) {
            return "refused, " + refused.rejection();
        }
        if (answer instanceof NotSent<Transaction> not) {
            return "not asked, " + not.obstacle();
        }
        return answer instanceof NoAnswer<Transaction> none ? "no answer, " + none.silence() : "not offered";
    }

    private static String money(long cents) {
        return Texts.write(Money.euro(cents), Locale.ENGLISH);
    }
}
