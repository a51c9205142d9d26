package io.kassa.pos.host.sale;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One payment of a sale.
 *
 * @param applied what it settles of the lines
 * @param change the part that was given back in cash at once
 * @param rounding what cash rounding put on what it settles, or took off; above or below zero
 * @param reason why a cashier vouched for it, where one did
 * @param scheme of its provider's references, also where its own is not known; empty when only its method can look after it
 * @param only the lines that it may pay, as its filter said when it was taken; empty when it may pay every line
 * @param shares line number to what it pays of it; together {@code applied}
 */
public record Tender(
        AttemptId attempt,
        String method,
        Message methodName,
        Optional<String> scheme,
        Money tendered,
        Money applied,
        Money change,
        Money rounding,
        boolean givesChange,
        Evidence evidence,
        Optional<String> reason,
        Optional<PaymentReference> reference,
        Map<String, String> particulars,
        List<Message> receiptLines,
        Instant paidAt,
        Optional<Set<Integer>> only,
        SortedMap<Integer, Money> shares) {

    public Tender {
        particulars = Map.copyOf(particulars);
        receiptLines = List.copyOf(receiptLines);
        only = only.map(Set::copyOf);
        shares = new TreeMap<>(shares);
    }

    /** What the customer gave and did not get back: it pays lines, rounded where it was cash, or it is surplus. */
    public Money kept() {
        return tendered.minus(change);
    }

    public Money surplus() {
        return kept().minus(settled());
    }

    /** What it settles of the lines, in the money that was handed over for it. */
    private Money settled() {
        return applied.plus(rounding);
    }

    /** Whether nothing moved outside the till, as far as it knows. */
    public boolean isRemovable() {
        return evidence == Evidence.ATTESTED && reference.isEmpty();
    }

    /** Whether nobody but a cashier says that it was made: so long it stands on the worklist and counts towards the limit. */
    public boolean isVouchedFor() {
        return evidence == Evidence.ATTESTED && reason.isPresent();
    }

    /** Who compares it, and pays it back. */
    public Origin origin() {
        return new Origin(method, scheme);
    }

    /** What the audit log says of it. */
    public String line() {
        String given = change.isZero() ? "" : ", change " + change;
        String id = reference.map(known -> ", " + known.id()).orElse("");
        return tendered + " by " + method + ", " + evidence + given + id;
    }

    public Payer payer() {
        return new Payer(attempt.value(), applied, only);
    }

    public Tender with(SortedMap<Integer, Money> newShares) {
        return new Tender(
                attempt,
                method,
                methodName,
                scheme,
                tendered,
                applied,
                change,
                rounding,
                givesChange,
                evidence,
                reason,
                reference,
                particulars,
                receiptLines,
                paidAt,
                only,
                newShares);
    }

    /** As plug-ins see it. */
    public RecordedPayment recorded(SaleId sale, Money refunded) {
        return new RecordedPayment(
                attempt, sale, kept(), settled(), refunded, reference, evidence, paidAt, particulars);
    }
}
