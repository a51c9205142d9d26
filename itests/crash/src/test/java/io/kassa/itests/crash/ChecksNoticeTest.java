package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.start.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof of the proof: faults are put into the real till, and the same runs and checks notice each of them. */
class ChecksNoticeTest {

    private static final int SCANNED = 0;
    private static final int ALL_GIVEN_BACK = 2;
    private static final long SEED = 7;

    /** Its line and its payment are stored, and the answer to what the payment asks for is not. */
    private static final Kill WHILE_IT_ASKS = Kill.commit("before", 3);

    @TempDir
    Path folder;

    @Test
    void aRefundThatIsNotKnownToHaveBeenSent() {
        List<String> forgetsIntents = mutation(
                "io.kassa.pos.ledger.books.Intents",
                "SELECT scheme, id, opened_at, sent_at FROM ledger_intent WHERE attempt = ?",
                "SELECT scheme, id, opened_at, sent_at FROM ledger_intent WHERE attempt = ? AND 1 = 0");
        try (Lane lane = Lane.onFile(folder, Agent.jar(folder), SEED, forgetsIntents)) {
            // the customer is told no for ever, although the money has gone back
            assertThatThrownBy(() -> lane.serve(Stories.story(ALL_GIVEN_BACK, SEED + 2), Kill.refund("after")))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(lane::finish)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the provider refunded 1250, the till null to null");
        }
    }

    @Test
    void aReceiptThatIsNotRememberedAsUsed() {
        List<String> remembersNothing = mutation(
                "io.kassa.pos.ledger.books.BooksClaims", "VALUES (?, ?, ?, ?, ?)", "SELECT ?, ?, ?, ?, ? WHERE 1 = 0");
        try (Lane lane = Lane.onFile(folder, Agent.jar(folder), SEED, remembersNothing)) {
            assertThatThrownBy(() -> {
                        lane.serve(Stories.story(SCANNED, SEED));
                        lane.finish();
                    })
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("a payment without its claim");
        }
    }

    @Test
    void aSaleThatWasAcknowledgedAndNotStored() {
        List<String> leavesSalesOpen = mutation(
                "io.kassa.pos.host.store.SaleTable",
                "closed_at = ?, revision = revision + 1 WHERE id = ?",
                "closed_at = ?, revision = revision + 1 WHERE id = ? AND state <> 'OPEN'");
        try (Lane lane = Lane.onFile(folder, Agent.jar(folder), SEED, leavesSalesOpen)) {
            assertThatThrownBy(() -> lane.serve(Stories.story(SCANNED, SEED)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no end comes of");
            // it was said, once, and then the till was gone
            assertThatThrownBy(lane::finish)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("acknowledged as COMPLETED");
        }
    }

    @Test
    void aPaymentUnderWayThatIsGoneAfterTheCrash() {
        try (Lane lane = Lane.onFile(folder, Agent.jar(folder), SEED, List.of())) {
            lane.meddles(this::forgetOpenPayments, () -> {});
            assertThatThrownBy(() -> lane.serve(Stories.story(SCANNED, SEED), WHILE_IT_ASKS))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("a payment that was under way");
        }
    }

    @Test
    void aPaymentUnderWayThatIsBegunAgainUnderItsOwnId() {
        try (Lane lane = Lane.onFile(folder, Agent.jar(folder), SEED, List.of())) {
            lane.meddles(() -> {}, this::forgetOpenPayments);
            assertThatThrownBy(() -> lane.serve(Stories.story(SCANNED, SEED), WHILE_IT_ASKS))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("was not gone on with, but begun again");
        }
    }

    private void forgetOpenPayments() {
        try (Ledger books = Ledger.open(folder.resolve("till"), Clock.systemUTC())) {
            int gone = books.books().write(tx -> tx.execute("DELETE FROM till_attempt WHERE state = 'OPEN'"));
            assertThat(gone).as("payments under way").isEqualTo(1);
        }
    }

    @Test
    void aPaymentThatLeavesNoLineInTheAuditLog() {
        List<String> callsItOtherwise =
                mutation("io.kassa.pos.host.attempt.PaymentLines", "payment.taken", "payment.begun");
        try (Lane lane = Lane.onFile(folder, Agent.jar(folder), SEED, callsItOtherwise)) {
            assertThatThrownBy(() -> {
                        lane.serve(Stories.story(SCANNED, SEED));
                        lane.finish();
                    })
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no line of payment");
        }
    }

    private static List<String> mutation(String type, String text, String instead) {
        return List.of(
                "-Dcrash.mutation.class=" + type,
                "-Dcrash.mutation.text=" + text,
                "-Dcrash.mutation.instead=" + instead);
    }
}
