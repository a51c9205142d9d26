package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.ledger.Intent;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.ledger.OpenIntent;
import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The rules L1 to L10 that every {@link PaymentLedger} keeps. Extend it and make a {@link LedgerBench}. Names of tests begin
 * with the rule; what cannot be tested with this bench is skipped, and says why.
 */
public abstract class PaymentLedgerContract {

    private static final PaymentReference RECEIPT = new PaymentReference("provider:https://one.example", "tx_AbC1");
    private static final PaymentReference SECOND_RECEIPT =
            new PaymentReference("provider:https://one.example", "tx_AbC2");
    private static final SaleId SALE = new SaleId("R1-000001");
    private static final SaleId OTHER_SALE = new SaleId("R2-000001");
    private static final AttemptId FIRST = new AttemptId("attempt-1");
    private static final AttemptId SECOND = new AttemptId("attempt-2");
    private static final Map<String, String> SEEN = Map.of("refunded", "0");

    private LedgerBench bench;
    private PaymentLedger ledger;

    /** A new bench, with empty books; closed after the test. */
    protected abstract LedgerBench bench() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        bench = bench();
        ledger = bench.ledger();
    }

    @AfterEach
    final void closeBench() {
        if (bench != null) {
            bench.close(); // null when bench() failed, which the report is to show alone
        }
    }

    @Test
    void L1_firstClaim_isGranted() {
        assertGranted(claim(bench, FIRST, SALE));
        assertEquals(Optional.of(FIRST), ledger.holder(RECEIPT).map(Claim.Held::attempt), "L1: who holds it");
    }

    @Test
    void L2_claimByAnotherAttempt_isToldWhoHoldsIt() {
        claim(bench, FIRST, SALE);
        assertHeld(SALE, FIRST, claim(bench, SECOND, OTHER_SALE));
    }

    @Test
    void L2_claimByAnotherAttemptOfTheSale_isToldWhoHoldsIt() {
        claim(bench, FIRST, SALE);
        assertHeld(SALE, FIRST, claim(bench, SECOND, SALE));
    }

    @Test
    void L2_claimAfterPaying_isToldWhoHoldsIt() {
        pay(bench, FIRST, SALE);
        assertHeld(SALE, FIRST, claim(bench, SECOND, OTHER_SALE));
        Optional<Claim.Held> holder = ledger.holder(RECEIPT);
        assertHeld(SALE, FIRST, holder.orElseThrow());
    }

    @Test
    void L3_sameAttempt_isGrantedAgain() {
        claim(bench, FIRST, SALE);
        assertGranted(ledger.claim(RECEIPT, FIRST, SALE));
    }

    @Test
    void L3_sameAttempt_isGrantedAgainAfterPaying() {
        pay(bench, FIRST, SALE);
        assertGranted(ledger.claim(RECEIPT, FIRST, SALE));
    }

    @Test
    void L4_attemptThatDidNotPay_leavesTheReferenceFree() {
        claim(bench, FIRST, SALE);
        bench.unpaid(FIRST);
        assertEquals(Optional.empty(), ledger.holder(RECEIPT), "L4: held after its attempt ended unpaid");
        assertGranted(claim(bench, SECOND, OTHER_SALE));
    }

    @Test
    void L4_crashAfterPaying_keepsTheClaim() {
        pay(bench, FIRST, SALE);
        try (LedgerBench after = crashed()) {
            assertHeld(SALE, FIRST, claim(after, SECOND, OTHER_SALE));
        }
    }

    @Test
    void L5_claimsAtTheSameMoment_grantOne() {
        List<Claim> answers = Together.run(16, i -> claim(bench, new AttemptId("attempt-" + i), SALE));
        long granted = answers.stream().filter(Claim.Granted.class::isInstance).count();
        assertEquals(1, granted, "L5: claims granted on one host");
    }

    @Test
    void L5_claimsAtTheSameMoment_payOneOnSeveralHosts() {
        try (LedgerBench other = another()) {
            List<Boolean> answers = Together.run(16, i -> {
                LedgerBench host = i % 2 == 0 ? bench : other;
                var attempt = new AttemptId("attempt-" + i);
                return claim(host, attempt, SALE) instanceof Claim.Granted && host.paid(attempt, SALE, RECEIPT);
            });
            assertEquals(1, answers.stream().filter(paid -> paid).count(), "L5: outcomes that stand, on two hosts");
        }
    }

    @Test
    void L5_hostThatWasSecond_takesTheOutcomeBack() {
        try (LedgerBench other = another()) {
            claim(bench, FIRST, SALE);
            Claim second = claim(other, SECOND, OTHER_SALE);
            assertTrue(bench.paid(FIRST, SALE, RECEIPT), "L5: the first to commit");
            boolean stands = second instanceof Claim.Granted && other.paid(SECOND, OTHER_SALE, RECEIPT);
            assertEquals(false, stands, "L5: the second to commit");
            assertHeld(SALE, FIRST, other.ledger().holder(RECEIPT).orElseThrow());
        }
    }

    @Test
    void L6_referencesAreComparedExactly() {
        pay(bench, FIRST, SALE);
        List<PaymentReference> others = List.of(
                new PaymentReference(RECEIPT.scheme(), RECEIPT.id().toLowerCase(Locale.ROOT)),
                new PaymentReference(RECEIPT.scheme().toUpperCase(Locale.ROOT), RECEIPT.id()),
                new PaymentReference(RECEIPT.scheme(), RECEIPT.id() + " "),
                new PaymentReference(
                        RECEIPT.scheme() + RECEIPT.id().charAt(0), RECEIPT.id().substring(1)));
        bench.beginsPayment(SECOND, OTHER_SALE);
        assertAll(others.stream().map(other -> () -> {
            assertEquals(Optional.empty(), ledger.holder(other), () -> "L6: taken for another: " + other);
            assertGranted(ledger.claim(other, SECOND, OTHER_SALE));
        }));
    }

    @Test
    void L7_openIntent_makesThePaymentBusy() {
        assertInstanceOf(Intent.Open.class, intend(bench, FIRST, SEEN), "L7: the first intent");
        Intent second = intend(bench, SECOND, SEEN);
        assertEquals(FIRST, assertInstanceOf(Intent.Busy.class, second).attempt(), "L7: who refunds");
    }

    @Test
    void L7_intent_isOnDisk() {
        intend(bench, FIRST, SEEN);
        try (LedgerBench after = crashed()) {
            assertEquals(Optional.of(SEEN), after.ledger().intent(FIRST).map(Intent.Open::seen), "L7: after a crash");
            assertInstanceOf(Intent.Busy.class, intend(after, SECOND, SEEN), "L7: still open after a crash");
        }
    }

    @Test
    void L7_intentsAtTheSameMoment_openOne() {
        List<Intent> answers = Together.run(16, i -> intend(bench, new AttemptId("attempt-" + i), SEEN));
        assertEquals(1, answers.stream().filter(Intent.Open.class::isInstance).count(), "L7: intents opened");
    }

    @Test
    void L7_anotherHost_isToldThatItIsBusy() {
        try (LedgerBench other = another()) {
            intend(bench, FIRST, SEEN);
            assertInstanceOf(Intent.Busy.class, intend(other, SECOND, SEEN), "L7: on another host");
        }
    }

    @Test
    void L8_sameAttempt_isGivenItsFirstIntentAgain() {
        Intent first = intend(bench, FIRST, SEEN);
        Intent again = ledger.intend(RECEIPT, FIRST, SALE, Map.of("refunded", "500"));
        Intent.Open open = assertInstanceOf(Intent.Open.class, again, "L8: the same attempt");
        assertEquals(SEEN, open.seen(), "L8: the facts that were stored first");
        assertEquals(false, ((Intent.Open) first).again(), "L8: opened for the first time");
        assertTrue(open.again(), "L8: opened before");
        assertEquals(((Intent.Open) first).openedAt(), open.openedAt(), "L8: when it was opened first");
    }

    @Test
    void L8_knownOutcome_endsTheIntent() {
        intend(bench, FIRST, SEEN);
        bench.refundKnown(FIRST);
        assertInstanceOf(Intent.Open.class, intend(bench, SECOND, SEEN), "L8: the next refund of the payment");
        assertEquals(Optional.of(SEEN), ledger.intent(FIRST).map(Intent.Open::seen), "L8: the ended one can be read");
    }

    @Test
    void L8_unknownOutcome_keepsTheIntent() {
        intend(bench, FIRST, SEEN);
        bench.refundUnknown(FIRST);
        assertInstanceOf(Intent.Busy.class, intend(bench, SECOND, SEEN), "L8: while the first is not known");
    }

    @Test
    void L8_openIntents_areListedOldestFirst_untilTheyEnd() throws InterruptedException {
        assertEquals(List.of(), ledger.openIntents(), "L8: nothing was opened");
        // the order of neither the ids, the receipts nor the sales
        bench.beginsRefund(SECOND, OTHER_SALE);
        Intent.Open second =
                assertInstanceOf(Intent.Open.class, ledger.intend(SECOND_RECEIPT, SECOND, OTHER_SALE, Map.of()));
        ticks();
        Intent.Open first = assertInstanceOf(Intent.Open.class, intend(bench, FIRST, SEEN));
        bench.refundUnknown(SECOND);
        OpenIntent older = new OpenIntent(SECOND_RECEIPT, SECOND, OTHER_SALE, second.openedAt(), Map.of());
        OpenIntent newer = new OpenIntent(RECEIPT, FIRST, SALE, first.openedAt(), SEEN);
        assertEquals(List.of(older, newer), ledger.openIntents(), "L8: both are open");
        bench.refundKnown(SECOND);
        assertEquals(List.of(newer), ledger.openIntents(), "L8: the older has ended");
    }

    @Test
    void L9_brokenBooks_throwAndGrantNothing() {
        bench.beginsPayment(FIRST, SALE);
        bench.beginsRefund(SECOND, SALE);
        var unsent = new Intent.Open(RECEIPT, Instant.EPOCH, Optional.empty(), SEEN, true);
        assumeTrue(bench.breakBooks(), "Not tested: this bench cannot break its books");
        assertAll(
                () -> assertUnavailable(() -> ledger.claim(RECEIPT, FIRST, SALE)),
                () -> assertUnavailable(() -> ledger.holder(RECEIPT)),
                () -> assertUnavailable(() -> ledger.intend(RECEIPT, SECOND, SALE, SEEN)),
                () -> assertUnavailable(() -> ledger.intent(SECOND)),
                () -> assertUnavailable(() -> ledger.sending(SECOND, unsent)),
                () -> assertUnavailable(ledger::openIntents));
    }

    @Test
    void L10_sending_isOnDisk() {
        Intent.Open unsent = open(bench);
        assertEquals(Optional.empty(), unsent.sentAt(), "L10: nothing was sent");
        assertTrue(ledger.sending(FIRST, unsent), "L10: the first sending");
        Optional<Instant> sentAt = read(bench).sentAt();
        assertTrue(sentAt.isPresent(), "L10: when it was sent");
        assertEquals(unsent.openedAt(), read(bench).openedAt(), "L10: when it was opened, after a sending");
        try (LedgerBench after = crashed()) {
            assertEquals(sentAt, read(after).sentAt(), "L10: after a crash");
        }
    }

    @Test
    void L10_whoDecidedBeforeTheLastSending_doesNotSend() {
        Intent.Open unsent = open(bench);
        assertTrue(ledger.sending(FIRST, unsent), "L10: the first sending");
        Intent.Open once = read(bench);
        assertEquals(false, ledger.sending(FIRST, unsent), "L10: decided before the first sending");
        assertEquals(once, read(bench), "L10: what was not sent is not written");
        assertTrue(ledger.sending(FIRST, once), "L10: the second sending");
        Instant twice = read(bench).sentAt().orElseThrow();
        assertTrue(twice.isAfter(once.sentAt().orElseThrow()), "L10: the second sending is the later one");
        assertEquals(false, ledger.sending(FIRST, once), "L10: decided before the second sending");
    }

    @Test
    void L10_sendingsAtTheSameMoment_grantOne() {
        Intent.Open unsent = open(bench);
        List<Boolean> answers = Together.run(16, i -> ledger.sending(FIRST, unsent));
        assertEquals(1, answers.stream().filter(sent -> sent).count(), "L10: sendings granted on one host");
    }

    @Test
    void L10_sendingsAtTheSameMoment_grantOneOnSeveralHosts() {
        Intent.Open unsent = open(bench);
        try (LedgerBench other = another()) {
            List<Boolean> answers =
                    Together.run(16, i -> (i % 2 == 0 ? bench : other).ledger().sending(FIRST, unsent));
            assertEquals(1, answers.stream().filter(sent -> sent).count(), "L10: sendings granted on two hosts");
            assertEquals(false, other.ledger().sending(FIRST, unsent), "L10: the other host, after that");
        }
    }

    @Test
    void L10_endedIntent_isNotSent() {
        Intent.Open unsent = open(bench);
        bench.refundKnown(FIRST);
        assertEquals(false, ledger.sending(FIRST, unsent), "L10: sent after its end");
    }

    private static Intent.Open open(LedgerBench host) {
        return assertInstanceOf(Intent.Open.class, intend(host, FIRST, SEEN));
    }

    private static Intent.Open read(LedgerBench host) {
        return host.ledger().intent(FIRST).orElseThrow();
    }

    private static Claim claim(LedgerBench host, AttemptId attempt, SaleId sale) {
        host.beginsPayment(attempt, sale);
        return host.ledger().claim(RECEIPT, attempt, sale);
    }

    private static void pay(LedgerBench host, AttemptId attempt, SaleId sale) {
        assertGranted(claim(host, attempt, sale));
        assertTrue(host.paid(attempt, sale, RECEIPT), "The outcome of the only attempt stands");
    }

    private static Intent intend(LedgerBench host, AttemptId attempt, Map<String, String> seen) {
        host.beginsRefund(attempt, SALE);
        return host.ledger().intend(RECEIPT, attempt, SALE, seen);
    }

    /** Intents of the same moment have no order: the books' clock goes on by at least one of its steps. */
    private static void ticks() throws InterruptedException {
        Thread.sleep(50);
    }

    private LedgerBench another() {
        return ContractBase.known(bench.anotherHost(), "this ledger serves one host only");
    }

    private LedgerBench crashed() {
        return ContractBase.known(bench.afterACrash(), "this bench cannot take the machine down");
    }

    private static void assertGranted(Claim claim) {
        assertInstanceOf(Claim.Granted.class, claim);
    }

    private static void assertHeld(SaleId sale, AttemptId attempt, Claim claim) {
        Claim.Held held = assertInstanceOf(Claim.Held.class, claim);
        assertEquals(sale, held.sale(), "which sale holds it");
        assertEquals(attempt, held.attempt(), "which attempt holds it");
    }

    private static void assertUnavailable(Executable call) {
        assertThrows(LedgerUnavailableException.class, call, "L9");
    }
}
