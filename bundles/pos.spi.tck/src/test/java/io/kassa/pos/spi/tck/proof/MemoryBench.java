package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.OpenIntent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.tck.LedgerBench;
import io.kassa.pos.spi.tck.LedgerInMemory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kit's own ledger on the bench. The broken ones override a call each. */
class MemoryBench implements LedgerBench, PaymentLedger {

    final LedgerInMemory books;

    MemoryBench() {
        this(new LedgerInMemory(Clock.systemUTC()));
    }

    MemoryBench(LedgerInMemory books) {
        this.books = books;
    }

    @Override
    public PaymentLedger ledger() {
        return this;
    }

    @Override
    public boolean paid(AttemptId attempt, SaleId sale, PaymentReference reference) {
        boolean first = books.paid(attempt, sale, reference);
        if (!first) {
            books.unpaid(attempt);
        }
        return first;
    }

    @Override
    public void unpaid(AttemptId attempt) {
        books.unpaid(attempt);
    }

    @Override
    public void refundKnown(AttemptId attempt) {
        books.refundKnown(attempt);
    }

    @Override
    public Optional<LedgerBench> anotherHost() {
        return Optional.of(new MemoryBench(books.anotherHost()));
    }

    @Override
    public Optional<LedgerBench> afterACrash() {
        return anotherHost();
    }

    @Override
    public boolean breakBooks() {
        books.broken(true);
        return true;
    }

    @Override
    public Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale) {
        return books.claim(reference, attempt, sale);
    }

    @Override
    public Optional<Claim.Held> holder(PaymentReference reference) {
        return books.holder(reference);
    }

    @Override
    public Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen) {
        return books.intend(reference, attempt, sale, seen);
    }

    @Override
    public Optional<Intent.Open> intent(AttemptId attempt) {
        return books.intent(attempt);
    }

    @Override
    public boolean sending(AttemptId attempt, Intent.Open known) {
        return books.sending(attempt, known);
    }

    @Override
    public List<OpenIntent> openIntents() {
        return books.openIntents();
    }
}
