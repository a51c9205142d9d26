package io.kassa.pos.host.till;

import static io.kassa.pos.host.till.FailingBooks.Failure.COMMIT_LOST_AND_AWAY;
import static io.kassa.pos.host.till.FailingBooks.Failure.COMMIT_UNKNOWN_AND_AWAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.spi.ledger.Claim;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The server goes away in the middle of a commit: it stored the work, said nothing, and cannot be asked for a while. */
class CommitInDoubtTest extends OpenShop {

    private static final PaymentReference TX1 = new PaymentReference(ScriptedWallet.SCHEME, "tx1");

    @Test
    void whoeverLooksMeanwhileDoesNotMakeItKnownThatNothingWasPaid() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        meanwhile(() -> shop.selling.view("R1"));
        shop.books.fail(COMMIT_UNKNOWN_AND_AWAY, 1);
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000"));
        shop.books.away(false);
        till.isRefused("commit-unknown").seesNoModal().sees(1_000, 0);
    }

    @Test
    void whoeverLooksMeanwhileDoesNotMakeItKnownThatNothingWentBack() {
        SaleId sale = shop.till("R1")
                .sells("gym")
                .paysWith("wallet")
                .types(1_000)
                .completes()
                .sale()
                .id();
        shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of());
        AttemptId part = shop.desk
                .books()
                .read(tx -> new AttemptTable(tx).openRefunds(sale))
                .get(0)
                .id();
        meanwhile(() -> shop.receipts.receipt(sale));
        shop.books.fail(COMMIT_UNKNOWN_AND_AWAY, 1);
        Result<ReceiptView> answered = shop.receipts.answer(Shop.AINO, part, "transaction", new Answer.Text("tx1"));
        shop.books.away(false);
        assertThat(((Result.Refused<ReceiptView>) answered).guidance().reason()).isEqualTo("commit-unknown");
    }

    @Test
    void aReceiptWhoseSaleIsCancelledLaterPaysTheNext() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        shop.books.fail(COMMIT_UNKNOWN_AND_AWAY, 1);
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000"));
        shop.books.away(false);
        till.looks().sees(1_000, 0).cancels(Map.of());
        shop.till("R2").sells("gym").paysWith("wallet").scans("pay:tx1:1000").sees(1_000, 0);
    }

    @Test
    void aReceiptOfAnAttemptThatIsStillOpenIsGrantedToNobodyElse() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet");
        AttemptId attempt = till.attempt().id();
        shop.books.fail(COMMIT_LOST_AND_AWAY, 1);
        // nobody looks at the register meanwhile: that would tell the stored answer again
        till.answersAttempt(attempt, "scan", new Answer.Scanned("pay:tx1:1000"));
        shop.books.away(false);
        shop.till("R2").sells("gym").paysWith("wallet").isAsked("scan");
        assertThat(shop.ledger.claims().holder(TX1).map(Claim.Held::attempt)).contains(attempt);
        till.looks().sees(1_000, 0);
    }

    /** Another page looks while the next write is under way, and is told to wait. */
    private void meanwhile(Runnable look) {
        shop.books.meanwhile(() -> CompletableFuture.runAsync(look).join());
    }
}
