package io.kassa.pos.host.till;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.sale.Sale;
import io.kassa.pos.host.sale.Tender;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.CaseTable;
import io.kassa.pos.host.store.SaleTable;
import io.kassa.pos.host.store.TenderTable;
import io.kassa.pos.host.store.UnusedTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Optional;
import java.util.function.BiFunction;

/** How a sale ends, and payments are taken out of it. */
final class Closing {

    private final Desk desk;

    Closing(Desk desk) {
        this.desk = desk;
    }

    Result<Sale> complete(Actor actor, String register, SaleId id) {
        return onOpen(register, id, (tx, sale) -> {
            if (sale.cart().lines().isEmpty()) {
                return desk.refuse(Refusal.SALE_EMPTY);
            }
            if (sale.due().isNegative()) {
                return desk.refuse(Refusal.SALE_NEGATIVE, sale.due().negated());
            }
            if (!sale.left().isZero()) {
                return desk.refuse(Refusal.SALE_NOT_PAID, sale.left());
            }
            new SaleTable(tx).close(id, Sale.State.COMPLETED, desk.now());
            add(tx, AuditRecord.of(actor.name(), "sale.completed", id.value()).changed(Optional.empty(), total(sale)));
            return new Result.Ok<>(sale);
        });
    }

    /** Payments that only the cashier vouches for go back over the counter; the others wait on the list "paid, not used". */
    Result<Sale> cancel(Actor actor, String register, SaleId id) {
        return onOpen(register, id, (tx, sale) -> {
            for (Tender tender : sale.tenders()) {
                if (tender.isRemovable()) {
                    dismiss(tx, sale, tender);
                    add(tx, line(actor, "payment.removed", sale, tender));
                } else {
                    keep(tx, sale, tender);
                    add(tx, line(actor, "payment.kept", sale, tender));
                }
            }
            new SaleTable(tx).close(id, Sale.State.CANCELLED, desk.now());
            add(tx, AuditRecord.of(actor.name(), "sale.cancelled", id.value()).changed(total(sale), Optional.empty()));
            return new Result.Ok<>(sale);
        });
    }

    private void dismiss(Transaction tx, Sale sale, Tender tender) {
        if (tender.isVouchedFor()) {
            // the customer may have paid in an app: somebody has to find out
            new CaseTable(tx)
                    .put(new CaseTable.Case(
                            tender.attempt().value(),
                            sale.id(),
                            tender.attempt(),
                            desk.now(),
                            desk.words().guidance(Refusal.ATTESTED_CANCELLED, tender.methodName(), sale.id())));
        }
        new TenderTable(tx).remove(tender.attempt());
    }

    private void keep(Transaction tx, Sale sale, Tender tender) {
        UnusedTable.Unused unused =
                new UnusedTable.Unused(tender.attempt(), sale.id(), sale.register(), UnusedTable.State.OPEN);
        new UnusedTable(tx).insert(unused, tender.reference(), desk.now());
        // the same receipt is to work in the next sale
        tender.reference().ifPresent(reference -> desk.claims().free(tx, reference, tender.attempt()));
    }

    Result<Sale> removeTender(Actor actor, String register, SaleId id, AttemptId tender) {
        return onOpen(register, id, (tx, sale) -> {
            Optional<Tender> found = sale.tender(tender);
            if (found.isEmpty()) {
                return desk.refuse(Refusal.TENDER_UNKNOWN);
            }
            if (!found.get().isRemovable()) {
                return desk.refuse(Refusal.TENDER_FIXED, found.get().methodName());
            }
            new TenderTable(tx).remove(tender);
            new SaleTable(tx).update(sale.without(tender));
            add(tx, line(actor, "payment.removed", sale, found.get()));
            return new Result.Ok<>(sale);
        });
    }

    private static AuditRecord line(Actor actor, String what, Sale sale, Tender tender) {
        return AuditRecord.of(actor.name(), what, sale.id().value())
                .changed(Optional.of(tender.line()), Optional.empty())
                .by(tender.attempt());
    }

    private static Optional<String> total(Sale sale) {
        return Optional.of(sale.due().toString());
    }

    private void add(Transaction tx, AuditRecord line) {
        desk.audit().append(tx, line);
    }

    private Result<Sale> onOpen(String register, SaleId id, BiFunction<Transaction, Sale, Result<Sale>> work) {
        return desk.books().write(tx -> {
            Optional<Sale> sale =
                    new SaleTable(tx).open(register).filter(one -> one.id().equals(id));
            if (sale.isEmpty()) {
                return desk.refuse(Refusal.SALE_NOT_OPEN);
            }
            if (new AttemptTable(tx).paying(register).isPresent()) {
                return desk.refuse(Refusal.PAYMENT_OPEN);
            }
            return work.apply(tx, sale.get());
        });
    }
}
