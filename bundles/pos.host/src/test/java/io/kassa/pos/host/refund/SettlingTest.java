package io.kassa.pos.host.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.receipts.RefundView;
import io.kassa.pos.host.receipts.Worklist;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund of which nobody ever heard how it ended: a person finds out, and says so. */
class SettlingTest extends OpenShop {

    private SaleId sale;

    @BeforeEach
    void refundThatIsNotKnown() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx1:1000");
        till.completes();
        sale = till.sale().id();
        lost();
        lost();
        ok(shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of()));
    }

    @Test
    void whileTheTillAsksByItselfNobodyDecides() {
        Worklist.Case one = theCase();
        assertThat(one.undecided()).isFalse();
        assertThat(refusal(shop.receipts.settle(Shop.ADMIN, one.id(), true, "I think so")))
                .isEqualTo("case-decided");
        assertThat(state(0)).isEqualTo(RefundView.State.NOT_KNOWN_YET);
    }

    @Test
    void moneyThatWentBackIsBookedAndNeverRefundedAgain() {
        giveUp();
        ok(shop.receipts.settle(Shop.ADMIN, theCase().id(), true, " in their report of 4 May "));
        assertThat(shop.receipts.worklist().cases()).isEmpty();
        assertThat(state(0)).isEqualTo(RefundView.State.DONE);
        assertThat(refusal(shop.receipts.refund(Shop.AINO, sale, "r2", Map.of(), Map.of())))
                .isEqualTo("refund-nothing");
        isKept("case.returned", "in their report of 4 May");
    }

    @Test
    void moneyThatDidNotGoBackCanBeRefundedAgain() {
        giveUp();
        assertThat(refusal(shop.receipts.refund(Shop.AINO, sale, "r2", Map.of(), Map.of())))
                .isEqualTo("refund-nothing");
        ok(shop.receipts.settle(Shop.ADMIN, theCase().id(), false, "not in their report"));
        assertThat(state(0)).isEqualTo(RefundView.State.NOTHING);
        shop.wallet.refunds.clear();
        ReceiptView again = ok(shop.receipts.refund(Shop.AINO, sale, "r2", Map.of(), Map.of()));
        assertThat(again.refunded()).isEqualTo(Money.euro(1_000));
        isKept("case.not-returned", "not in their report");
    }

    @Test
    void suchACaseIsNotClosedWithoutSayingHowItEnded() {
        giveUp();
        String id = theCase().id();
        assertThat(refusal(shop.receipts.resolve(Shop.ADMIN, id, "whatever"))).isEqualTo("case-undecided");
        assertThat(refusal(shop.receipts.settle(Shop.ADMIN, id, true, " "))).isEqualTo("reason-missing");
        assertThat(refusal(shop.receipts.settle(Shop.ADMIN, "no-such-case", true, "yes")))
                .isEqualTo("case-unknown");
        assertThat(theCase().undecided()).isTrue();
    }

    @Test
    void aProviderThatMadeWhatAPersonSaysMeanwhileWasNotMadeIsACase() {
        giveUp();
        shop.wallet.whileRefundIsSent = () -> settles(false);
        ok(shop.receipts.inquire(Shop.AINO, theCase().attempt()));
        assertThat(state(0)).isEqualTo(RefundView.State.NOTHING);
        assertThat(theCase().guidance().reason()).isEqualTo("refund-made-after-all");
        assertThat(theCase().guidance().money().code()).isEqualTo("money.returned");
        ok(shop.receipts.resolve(Shop.ADMIN, theCase().id(), "the bookkeeper knows"));
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    @Test
    void aProviderThatDeclinesWhatAPersonSaysMeanwhileWentBackIsACase() {
        giveUp();
        shop.wallet.refunds.add(new RefundOutcome.Declined(ScriptedWallet.guidance("closed")));
        shop.wallet.whileRefundIsSent = () -> settles(true);
        ok(shop.receipts.inquire(Shop.AINO, theCase().attempt()));
        assertThat(state(0)).isEqualTo(RefundView.State.DONE);
        assertThat(theCase().guidance().reason()).isEqualTo("refund-not-made");
        assertThat(theCase().guidance().money().code()).isEqualTo("money.not-returned");
    }

    @Test
    void aProviderThatSaysTheSameAsAPersonIsNoCase() {
        giveUp();
        shop.wallet.whileRefundIsSent = () -> settles(true);
        ok(shop.receipts.inquire(Shop.AINO, theCase().attempt()));
        assertThat(state(0)).isEqualTo(RefundView.State.DONE);
        assertThat(shop.receipts.worklist().cases()).isEmpty();
    }

    /** While the provider is asked. */
    private void settles(boolean returned) {
        ok(shop.receipts.settle(Shop.ADMIN, theCase().id(), returned, "on the telephone"));
    }

    private void giveUp() {
        shop.clock.move(Duration.ofDays(21));
        shop.receipts.followUps().run();
        assertThat(theCase().guidance().reason()).isEqualTo("refund-given-up");
        shop = shop.crashAndRestart(folder);
        assertThat(theCase().undecided()).isTrue();
    }

    /** Who said it and why stand in the case and in the audit, also after a restart. */
    private void isKept(String what, String why) {
        shop = shop.crashAndRestart(folder);
        String kept = shop.ledger
                .books()
                .read(tx -> tx.row(
                        "SELECT resolved_by, resolution FROM till_case",
                        row -> row.text("resolved_by") + ": " + row.text("resolution")))
                .orElseThrow();
        assertThat(kept).isEqualTo("admin: " + why);
        assertThat(shop.ledger.audit().page(Long.MAX_VALUE, 20))
                .anySatisfy(entry -> assertThat(entry.toString()).contains("admin", what, why));
    }

    private void lost() {
        shop.wallet.refunds.add(new RefundOutcome.Unknown(ScriptedWallet.guidance("lost")));
    }

    private Worklist.Case theCase() {
        assertThat(shop.receipts.worklist().cases()).hasSize(1);
        return shop.receipts.worklist().cases().get(0);
    }

    private RefundView.State state(int refund) {
        return ok(shop.receipts.receipt(sale)).refunds().get(refund).state();
    }

    private static <T> T ok(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Ok.class);
        return ((Result.Ok<T>) result).value();
    }

    private static String refusal(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<?>) result).guidance().reason();
    }
}
