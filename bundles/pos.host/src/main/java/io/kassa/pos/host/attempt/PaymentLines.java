package io.kassa.pos.host.attempt;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.Attempt;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.store.Vouched;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.PaymentOutcome;
import java.util.Optional;

/**
 * What the audit log says of payments that moved money, or may have, in the transaction that books them. One that was declined or
 * given up moved none, and leaves no line.
 */
final class PaymentLines {

    private final Desk desk;

    PaymentLines(Desk desk) {
        this.desk = desk;
    }

    /**
     * Names who vouches for it, where somebody does. What a look-up found, the till books by itself.
     *
     * @param answered who answered last
     */
    void taken(Transaction tx, Attempt attempt, String answered, Tender tender) {
        // who vouched first and then had a code read after all vouches for nothing
        Optional<Vouched> vouched = attempt.vouched().filter(one -> tender.isVouchedFor());
        String person = attempt.isOpen() ? vouched.map(Vouched::by).orElse(answered) : CaseTable.TILL;
        String what = vouched.isPresent() ? "payment.attested" : "payment.taken";
        String why = vouched.map(vouch -> why(vouch, person, answered)).orElse("");
        add(tx, person, what, attempt, tender.line() + why);
    }

    private static String why(Vouched vouched, String named, String answered) {
        String by = vouched.by().equals(named) ? "" : ", vouched for by " + vouched.by();
        String entered = vouched.by().equals(answered) ? "" : ", answered last by " + answered;
        return by + entered + ": " + vouched.reason();
    }

    /** The money of a sale that went on without it. */
    void late(Transaction tx, Attempt attempt, PaymentOutcome.Paid paid) {
        String id = paid.reference().map(known -> ", " + known.id()).orElse("");
        String after = paid.tendered() + " by " + attempt.method() + ", " + paid.evidence() + id;
        add(tx, CaseTable.TILL, "payment.late", attempt, after);
    }

    void notMade(Transaction tx, Attempt attempt) {
        add(tx, CaseTable.TILL, "payment.ended", attempt, Attempt.State.CANCELLED.name());
    }

    void unknown(Transaction tx, Attempt attempt, String person) {
        String after = "up to " + attempt.eligible() + " by " + attempt.method();
        add(tx, person, "payment.unknown", attempt, after);
    }

    private void add(Transaction tx, String who, String what, Attempt attempt, String after) {
        Optional<String> before = attempt.isOpen()
                ? Optional.empty()
                : Optional.of(attempt.state().name());
        desk.audit()
                .append(
                        tx,
                        AuditRecord.of(who, what, attempt.sale().value())
                                .changed(before, Optional.of(after))
                                .by(attempt.id()));
    }
}
