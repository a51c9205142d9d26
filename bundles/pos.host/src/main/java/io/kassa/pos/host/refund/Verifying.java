package io.kassa.pos.host.refund;

import io.kassa.pos.host.attempt.LateCases;
import io.kassa.pos.host.attempt.UsedReceipt;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.events.Stopwatch;
import io.kassa.pos.host.method.Called;
import io.kassa.pos.host.method.Offered;
import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.receipts.Receipts.Verdict;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.store.FollowUpTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.TenderTable;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.view.SaleViews;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Settlement;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.text.Guidance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Compares payments in the books with what the provider has, and books what comes of it. */
final class Verifying {

    /**
     * @param answered whether the provider said anything; otherwise it is asked again later
     * @param pause how long it wants to be left alone
     */
    record Compared(Verdict verdict, boolean answered, Optional<Duration> pause) {
        Compared(Verdict verdict, boolean answered) {
            this(verdict, answered, Optional.empty());
        }
    }

    private record Payment(Sale sale, Tender tender, Money refunded) {

        RecordedPayment recorded() {
            return tender.recorded(sale.id(), refunded);
        }

        boolean isCancelled() {
            return sale.state() == Sale.State.CANCELLED;
        }

        /** Whether a provider that was asked about the other was asked about this. */
        boolean isAs(Payment other) {
            return isCancelled() == other.isCancelled() && recorded().equals(other.recorded());
        }
    }

    private final Desk desk;
    private final LateCases lateCases;
    private final UsedReceipt used;

    Verifying(Desk desk) {
        this.desk = desk;
        this.lateCases = new LateCases(desk);
        this.used = new UsedReceipt(desk);
    }

    /**
     * Empty when there is no such payment, or nobody serves its method.
     *
     * @param who wants to know, for the audit log
     */
    Optional<Compared> compare(String who, AttemptId id, Optional<String> typed) {
        Optional<Payment> payment = desk.books().read(tx -> find(tx, id));
        Optional<Offered> offered =
                payment.flatMap(paid -> desk.methods().find(paid.tender().origin()));
        if (offered.isEmpty()) {
            return Optional.empty();
        }
        AtomicBoolean over = new AtomicBoolean();
        try {
            return Optional.of(compare(who, payment.get(), offered.get(), typed, over));
        } finally {
            // also when nothing was booked: whoever shows the receipt next need not wait for what is reserved
            over.set(true);
            desk.claims().release(id);
        }
    }

    private Compared compare(String who, Payment payment, Offered offered, Optional<String> typed, AtomicBoolean over) {
        Stopwatch since = new Stopwatch();
        Called<Verification> called =
                desk.patience().call(offered.info().patience(), () -> ask(payment, offered, typed, over));
        if (!(called instanceof Called.Answered<Verification> answered)) {
            Guidance trouble = desk.words()
                    .guidance(Refusal.METHOD_TROUBLE, payment.tender().methodName());
            Compared silent = later(trouble);
            tell(payment, silent, since);
            return silent;
        }
        Compared compared = book(who, payment, answered.value(), typed.isPresent());
        tell(payment, compared, since);
        desk.changes().receipt(payment.sale().id());
        desk.changes().register(payment.sale().register());
        desk.changes().worklist();
        return compared;
    }

    private Verification ask(Payment payment, Offered offered, Optional<String> typed, AtomicBoolean over) {
        try {
            return offered.service().verify(payment.recorded(), typed);
        } finally {
            if (over.get()) {
                // nobody waits any more: what it reserved after all, nobody will settle
                desk.claims().release(payment.tender().attempt());
            }
        }
    }

    private void tell(Payment payment, Compared compared, Stopwatch since) {
        Verdict verdict = compared.verdict();
        String outcome = verdict.confirmed() ? "confirmed" : compared.answered() ? "contradicted" : "unanswered";
        desk.outcomes()
                .tell(new Occurrence.Ended(
                        Occurrence.Kind.VERIFICATION,
                        payment.tender().attempt().value(),
                        payment.tender().method(),
                        outcome,
                        verdict.guidance().map(Guidance::reason).orElse(Occurrence.Ended.NONE),
                        since.read()));
    }

    private Compared book(String who, Payment payment, Verification verification, boolean typed) {
        return verification.accept(new Verification.Visitor<>() {
            @Override
            public Compared confirmed(Verification.Confirmed confirmed) {
                return Verifying.this.confirmed(who, payment.tender().attempt(), confirmed);
            }

            @Override
            public Compared contradicted(Verification.Contradicted contradicted) {
                return doubted(payment, contradicted.guidance(), typed);
            }

            @Override
            public Compared refused(Verification.Refused refused) {
                return typed ? no(refused.guidance()) : doubted(payment, refused.guidance(), false);
            }

            @Override
            public Compared unanswered(Verification.Unanswered unanswered) {
                return new Compared(new Verdict(false, Optional.of(unanswered.guidance())), false, unanswered.pause());
            }
        });
    }

    /** A case, as long as the answer is about the payment as it stands now: the provider was asked about it as it was. */
    private Compared doubted(Payment asked, Guidance guidance, boolean typed) {
        AttemptId id = asked.tender().attempt();
        return desk.books().write(tx -> {
            Optional<Payment> now = find(tx, id);
            if (now.isEmpty()) {
                return no(desk.words().guidance(Refusal.TENDER_UNKNOWN));
            }
            if (!typed && !isWaiting(tx, id)) {
                // its receipt pays another sale now, or another host had the answer
                return no(guidance);
            }
            if (new AttemptTable(tx).isRefunding(id)) {
                return later(desk.words().guidance(Refusal.REFUND_UNDER_WAY));
            }
            if (!now.get().isAs(asked)) {
                return later(desk.words().guidance(Refusal.VERIFIED_ALREADY));
            }
            openCase(tx, now.get(), guidance);
            return no(guidance);
        });
    }

    private static boolean isWaiting(Transaction tx, AttemptId id) {
        return new FollowUpTable(tx)
                .find(id)
                .filter(one -> one.task() == FollowUpTable.Task.VERIFY)
                .isPresent();
    }

    private Compared confirmed(String who, AttemptId id, Verification.Confirmed confirmed) {
        Optional<Guidance> obstacle = desk.books().write(tx -> {
            // looked at again: while the provider was asked, the sale may have been cancelled, or the payment taken out
            Optional<Payment> now = find(tx, id);
            if (now.isEmpty()) {
                return Optional.of(desk.words().guidance(Refusal.TENDER_UNKNOWN));
            }
            if (isAnother(tx, now.get(), confirmed.reference())) {
                return Optional.of(desk.words().guidance(Refusal.VERIFIED_ALREADY));
            }
            Optional<Guidance> taken = confirm(tx, now.get(), confirmed);
            taken.ifPresentOrElse(
                    why -> openCase(tx, now.get(), why),
                    () -> desk.audit().append(tx, line(who, now.get(), confirmed.reference())));
            return taken;
        });
        return new Compared(new Verdict(obstacle.isEmpty(), obstacle), true);
    }

    /** Two people may have looked up two transactions for the same typed payment: the first that was confirmed is its own. */
    private boolean isAnother(Transaction tx, Payment payment, PaymentReference confirmed) {
        boolean another = payment.tender()
                .reference()
                .filter(known -> !known.equals(confirmed))
                .isPresent();
        if (another) {
            // both may have been reserved when the first was booked, and booked with it
            desk.claims().free(tx, confirmed, payment.tender().attempt());
        }
        return another;
    }

    /** The payment of a cancelled sale gave its claim up, so that its receipt can be used again. */
    private Optional<Guidance> confirm(Transaction tx, Payment payment, Verification.Confirmed confirmed) {
        AttemptId id = payment.tender().attempt();
        boolean cancelled = payment.isCancelled();
        Optional<Guidance> taken = cancelled ? Optional.empty() : claim(tx, payment, confirmed.reference());
        if (taken.isPresent()) {
            return taken;
        }
        new TenderTable(tx).confirm(id, confirmed.reference(), confirmed.particulars());
        if (!cancelled) {
            new UnusedTable(tx).usedUp(confirmed.reference(), payment.sale().id());
            lateCases.usedUp(tx, confirmed.reference());
        }
        RefundBooking.noDoubtIsLeft(tx, id);
        return Optional.empty();
    }

    private static AuditRecord line(String who, Payment payment, PaymentReference reference) {
        return RefundBooking.confirmed(who, payment.sale().id(), payment.tender(), reference);
    }

    private Optional<Guidance> claim(Transaction tx, Payment payment, PaymentReference reference) {
        AttemptId id = payment.tender().attempt();
        if (payment.tender().reference().isEmpty()) {
            if (new AttemptTable(tx).isRefunding(id)) {
                return Optional.of(desk.words().guidance(Refusal.REFUND_UNDER_WAY));
            }
            Optional<SaleId> refunding = desk.claims().refundedFrom(tx, reference);
            if (refunding.isPresent()) {
                return Optional.of(desk.words().guidance(Refusal.REFERENCE_REFUNDING, refunding.get()));
            }
        }
        Optional<SaleId> goneBack = new UnusedTable(tx).refundedAfter(reference);
        if (goneBack.isPresent()) {
            return Optional.of(desk.words().guidance(Refusal.REFERENCE_REFUNDED, goneBack.get()));
        }
        return desk.claims().settle(tx, id, payment.sale().id(), Optional.of(reference))
                        instanceof Settlement.Taken other
                ? Optional.of(used.words(tx, payment.sale().id(), reference, other.holder()))
                : Optional.empty();
    }

    private void openCase(Transaction tx, Payment payment, Guidance guidance) {
        AttemptId id = payment.tender().attempt();
        new CaseTable(tx).put(new CaseTable.Case(id.value(), payment.sale().id(), id, desk.now(), guidance));
        new FollowUpTable(tx).delete(id);
    }

    private static Compared no(Guidance guidance) {
        return new Compared(new Verdict(false, Optional.of(guidance)), true);
    }

    private static Compared later(Guidance guidance) {
        return new Compared(new Verdict(false, Optional.of(guidance)), false);
    }

    private static Optional<Payment> find(Transaction tx, AttemptId id) {
        return new TenderTable(tx)
                .saleOf(id)
                .flatMap(sale -> new SaleTable(tx).find(sale))
                .flatMap(sale -> sale.tender(id)
                        .map(tender -> new Payment(
                                sale,
                                tender,
                                SaleViews.refunded(tx, sale)
                                        .getOrDefault(id, Money.zero(sale.cart().currency())))));
    }
}
