package io.kassa.pos.host.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Crashes, plug-ins that come and go, and plug-ins that misbehave: the modal stays, and nothing is lost. */
class InterruptionTest extends OpenShop {

    @Test
    void afterACrashTheSaleAndItsPaymentStepAreStillThere() {
        shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        shop = shop.crashAndRestart(folder);
        shop.till("R1").isAsked("scan").scans("pay:tx1:1000").sees(1_000, 0);
    }

    @Test
    void storedAnswersAreToldAgainAsOfTheirOwnTime() {
        shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1200").isAsked("surplus");
        shop.clock.move(Duration.ofHours(2));
        shop = shop.crashAndRestart(folder);
        shop.till("R1")
                .isAsked("surplus")
                .answers("surplus", new Answer.Confirmed())
                .sees(1_200, 0);
        assertThat(shop.wallet.calls).contains("scanned at 2026-05-04T09:00:00Z");
    }

    @Test
    void aRefusalThatGoesBackToAnEarlierStepErasesAllThatWasAnsweredSince() {
        Till first = shop.till("R1")
                .sells("gym")
                .paysWith("wallet")
                .scans("pay:tx1:1200")
                .isAsked("surplus");
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
        first.answers("surplus", new Answer.Confirmed()).isAsked("scan");
        first.scans("pay:tx2:1200").isAsked("surplus");
        shop = shop.crashAndRestart(folder);
        shop.till("R1")
                .isAsked("surplus")
                .answers("surplus", new Answer.Confirmed())
                .sees(1_200, 0);
    }

    @Test
    void scannedCodesAreNotReadableInTheStore() throws Exception {
        shop.till("R1")
                .sells("gym")
                .paysWith("wallet")
                .scans("pay:tx0123456789:1200")
                .isAsked("surplus");
        shop = shop.crashAndRestart(folder);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(InterruptionTest::bytes))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("tx0123456789"));
        }
    }

    @Test
    void whileThePlugInIsAwayTheModalWaitsAndComesBackWithIt() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        shop.takeWalletAway.run();
        till.looks().isWaiting();
        till.answersAttempt(till.attempt().id(), "scan", new Answer.Scanned("pay:tx1:1000"))
                .isRefused("method-away");
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        till.looks().isAsked("scan").scans("pay:tx1:1000").sees(1_000, 0);
    }

    @Test
    void aPaymentUnderWayGoesOnWithTheNewVersion() {
        Till till = shop.till("R1")
                .sells("gym")
                .paysWith("wallet")
                .scans("pay:tx1:1200")
                .isAsked("surplus");
        Runnable oldAway = shop.takeWalletAway;
        oldAway.run();
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        till.answers("surplus", new Answer.Confirmed()).sees(1_200, 0);
        assertThat(shop.wallet.calls).first().asString().startsWith("pay ");
    }

    /** What an old version says to a call that comes when it has let go of everything. */
    private static IllegalStateException gone() {
        return new IllegalStateException("gone");
    }

    @Test
    void anAnswerThatCameTooLateForAVersionIsToldToTheNext() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        Runnable oldAway = shop.takeWalletAway;
        ScriptedWallet old = shop.wallet;
        old.beforeAnswer = () -> {
            oldAway.run();
            shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
            throw gone();
        };
        till.scans("pay:tx1:1000").sees(1_000, 0);
        assertThat(till.sale().tenders()).hasSize(1);
        assertThat(shop.wallet).isNotSameAs(old);
    }

    @Test
    void anAnswerThatNobodyServesYetIsToldAsSoonAsSomebodyDoes() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        Runnable oldAway = shop.takeWalletAway;
        shop.wallet.beforeAnswer = () -> {
            oldAway.run();
            throw gone();
        };
        till.scans("pay:tx1:1000").isWaiting();
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        till.looks().sees(1_000, 0);
    }

    @Test
    void givingUpReachesAVersionThatAsksSomethingElse() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        Runnable oldAway = shop.takeWalletAway;
        shop.wallet.beforeAnswer = () -> {
            oldAway.run();
            ScriptedWallet next = new ScriptedWallet(shop.ledger.claims(), true);
            next.scanStep = "code";
            shop.offer(next);
            throw gone();
        };
        till.answers("scan", new Answer.Cancelled()).seesNoModal().sees(0, 1_000);
    }

    @Test
    void givingUpWhileThePlugInGoesAwayEndsThePayment() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        Runnable oldAway = shop.takeWalletAway;
        shop.wallet.beforeAnswer = () -> {
            oldAway.run();
            throw gone();
        };
        till.answers("scan", new Answer.Cancelled()).seesNoModal().sees(0, 1_000);
    }

    @Test
    void aMethodThatGoesWheneverItIsLookedAtIsSaidToBeAway() throws Exception {
        Till till = shop.till("R1").sells("gym");
        shop.takeWalletAway.run();
        shop.takeFilterAway.run();
        shop.methods.add(ScriptedWallet.ID, labels -> goes(), Rank.PLAIN);
        comesBack();
        Thread host = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> comingBack = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                // to a host that waits for it, and not between its looks
                if (shop.methods.find(ScriptedWallet.ID).isEmpty() && host.getState() == Thread.State.TIMED_WAITING) {
                    comesBack();
                }
                Thread.onSpinWait();
            }
        });
        till.paysWith("wallet");
        over.set(true);
        comingBack.get(10, TimeUnit.SECONDS);
        till.isRefused("method-away");
    }

    private synchronized boolean goes() {
        shop.takeWalletAway.run();
        return true;
    }

    /** Patient, so that a busy machine does not decide what comes of it. */
    private synchronized void comesBack() {
        ScriptedWallet back = new ScriptedWallet(shop.ledger.claims(), true, Duration.ofSeconds(10));
        shop.takeWalletAway = shop.methods.add(ScriptedWallet.ID, back, Rank.PLAIN);
    }

    @Test
    void aPaymentThatBeginsBetweenTwoVersionsWaitsForTheNext() {
        Till till = shop.till("R1").sells("gym");
        shop.takeWalletAway.run();
        // patient, so that a busy machine does not decide this
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true, Duration.ofSeconds(10)));
        shop.takeWalletAway.run();
        CompletableFuture<Void> back = CompletableFuture.runAsync(
                () -> shop.offer(new ScriptedWallet(shop.ledger.claims(), true)),
                CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
        till.paysWith("wallet").isAsked("scan");
        back.join();
    }

    @Test
    void withoutItsFilterAMethodIsClosed() {
        Till till = shop.till("R1").sells("gym");
        shop.takeFilterAway.run();
        till.looks();
        assertThat(till.button("wallet").ready()).isFalse();
        assertThat(till.button("wallet").hint().code()).isEqualTo("hint.closed");
        till.paysWith("wallet").isRefused("method-not-ready");
    }

    @Test
    void aPlugInThatThrowsLosesNothing() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        shop.wallet.beforeAnswer = () -> {
            throw new IllegalStateException("bug");
        };
        till.scans("pay:tx1:1000").seesProblem(Refusal.METHOD_TROUBLE.code()).isAsked("scan");
        shop.wallet.beforeAnswer = () -> {};
        till.scans("pay:tx1:1000").sees(1_000, 0);
    }

    @Test
    void aPlugInThatHangsHoldsUpNobodyForLong() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        shop.wallet.beforeAnswer = () -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        long start = System.nanoTime();
        till.scans("pay:tx1:1000").seesProblem(Refusal.METHOD_TROUBLE.code());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aReceiptThatAnotherHostTookFirstIsTakenBackAndAskedAgain() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId other = new AttemptId("other-host");
        shop.wallet.beforeAnswer = () -> shop.ledger.books().write(tx -> {
            tx.execute(
                    "INSERT INTO ledger_claim (scheme, id, attempt, sale, since) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    ScriptedWallet.SCHEME,
                    "tx-other",
                    other,
                    new SaleId("R9-000001"),
                    shop.clock.instant());
            return null;
        });
        shop.wallet.beforeAnswer.run();
        assertThat(shop.ledger.claims().holder(new PaymentReference(ScriptedWallet.SCHEME, "tx-other")))
                .isPresent();
        till.scans("pay:tx-other:1000").seesProblem("used").isAsked("scan").sees(0, 1_000);
    }

    @Test
    void whenTheOutcomeCannotBeStoredNothingIsBookedAndTheAnswerIsToldAgain() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        shop.books.fail(FailingBooks.Failure.UNAVAILABLE, 1);
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000")).isRefused("books-away");
        till.seesNoModal().sees(1_000, 0);
        assertThat(till.sale().tenders()).hasSize(1);
    }

    @Test
    void givingUpWhatHasPaidByNowIsTooLateAndLosesNothing() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        shop.books.fail(FailingBooks.Failure.UNAVAILABLE, 1);
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000"));
        till.answersAttempt(attempt, "scan", new Answer.Cancelled())
                .seesNoModal()
                .sees(1_000, 0);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void whenTheAnswerCannotBeStoredItIsNotPassedOn() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        shop.books.fail(FailingBooks.Failure.UNAVAILABLE, 0);
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000")).isRefused("books-away");
        assertThat(shop.wallet.calls).noneMatch(call -> call.startsWith("scanned"));
        till.isAsked("scan").scans("pay:tx1:1000").sees(1_000, 0);
    }

    @Test
    void whenNobodyKnowsWhetherTheOutcomeWasStoredTheBooksAreReadAgain() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        shop.books.fail(FailingBooks.Failure.COMMIT_UNKNOWN, 1);
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000")).isRefused("commit-unknown");
        till.seesNoModal().sees(1_000, 0);
        assertThat(till.sale().tenders()).hasSize(1);
        till.cancels(Map.of());
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
    }

    @Test
    void givingUpWhileThePlugInIsAwayEndsAtOnceWhereNothingCanHaveHappened() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        shop.takeWalletAway.run();
        till.answersAttempt(attempt, "", new Answer.Cancelled()).seesNoModal().sees(0, 1_000);
    }

    @Test
    void givingUpAfterAnAnswerLeavesTheEndOpenUntilThePlugInIsBack() {
        Till till = shop.till("R1")
                .sells("gym")
                .paysWith("wallet")
                .scans("pay:tx1:1200")
                .isAsked("surplus");
        AttemptId attempt = till.attempt().id();
        shop.takeWalletAway.run();
        till.answersAttempt(attempt, "", new Answer.Cancelled());
        assertThat(till.attempt().ended().orElseThrow().reason()).isEqualTo("payment-unknown");
        assertThat(shop.receipts.worklist().cases()).hasSize(1);
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        till.looks().seesNoModal().sees(0, 1_000);
    }

    @Test
    void aPaymentThatIsLearntOfLaterPaysTheSaleThatStillWaits() {
        Till till = shop.till("R1")
                .sells("gym")
                .paysWith("wallet")
                .scans("pay:tx1:1200")
                .isAsked("surplus");
        AttemptId attempt = till.attempt().id();
        shop.takeWalletAway.run();
        till.answersAttempt(attempt, "", new Answer.Cancelled());
        shop.offer(new ScriptedWallet(shop.ledger.claims(), true));
        shop.wallet.paymentInquiries.add(new PaymentOutcome.Paid(
                Money.euro(1_000),
                Money.euro(1_000),
                Optional.of(new PaymentReference(ScriptedWallet.SCHEME, "tx1")),
                Evidence.CONFIRMED,
                Map.of(),
                List.of()));
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        till.looks().sees(1_000, 0);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
