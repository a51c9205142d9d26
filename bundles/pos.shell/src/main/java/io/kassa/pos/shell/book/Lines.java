package io.kassa.pos.shell.book;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import java.util.Optional;

/** What the audit log says of attempts that moved money, or may have. Whoever has the shell is who acts: it knows no names. */
final class Lines {

    private static final String WHO = "shell";

    private final Audit audit;

    Lines(Audit audit) {
        this.audit = audit;
    }

    /** @param what such as {@code taken}; of a payment or a refund */
    void add(Transaction tx, Attempt attempt, String what, Money amount) {
        String kind = attempt.isRefund() ? "refund." : "payment.";
        String of = attempt.undoes().map(payment -> ", of attempt " + payment).orElse("");
        audit.append(
                tx,
                AuditRecord.of(WHO, kind + what, attempt.sale().value())
                        .changed(Optional.empty(), Optional.of(amount + " by " + attempt.method() + of))
                        .by(attempt.id()));
    }
}
