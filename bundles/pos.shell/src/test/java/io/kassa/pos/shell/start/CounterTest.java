package io.kassa.pos.shell.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.shell.book.Attempt;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.SaleId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;

/** What a host owes to the contract. */
class CounterTest {

    private static final SaleId FIRST = new SaleId("SH-000001");

    @TempDir
    private Path folder;

    private final Scripted voucher = new Scripted();
    private Desk desk;
    private ServiceRegistration<?> installed;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
        installed = desk.install(voucher);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void aPayment_isDrawn_answered_andBookedWithItsClaim() {
        String seen = desk.sells("v-1", ":y");

        assertThat(seen)
                .contains("= Scan the voucher", "It is on paper.", "= Take it?", "[:y] Take", "[:x] Cancel")
                .contains("Receipt SH-000001", "Voucher v-1", "Paid €10.00. Left to pay €0.00.");
        assertThat(desk.ledger().claims().holder(new PaymentReference(Scripted.SCHEME, "v-1")))
                .hasValueSatisfying(held -> assertThat(held.sale()).isEqualTo(FIRST));
        assertThat(desk.unended()).isEmpty();
    }

    @Test
    void anAnswer_isOnDisk_sealed_beforeTheMethodHasIt_andErasedAtTheEnd() throws Exception {
        List<Long> stored = new ArrayList<>();
        voucher.meanwhile = () -> stored.add(desk.ledger()
                .books()
                .read(tx -> tx.row("SELECT COUNT(*) AS answers FROM shell_answer", row -> row.number("answers"))
                        .orElseThrow()));

        desk.sells("v-secret-code", ":y");

        assertThat(stored).containsExactly(1L, 2L);
        long left = desk.ledger()
                .books()
                .read(tx -> tx.row("SELECT COUNT(*) AS answers FROM shell_answer", row -> row.number("answers"))
                        .orElseThrow());
        assertThat(left).isZero();
    }

    @Test
    void whatAStoredAnswerSays_isNotReadableOnDisk() throws Exception {
        voucher.ends = request -> new PaymentOutcome.Cancelled();

        desk.sells("v-worth-money");

        assertThat(desk.unended()).hasSize(1);
        assertThat(desk.diskTells("v-worth-money")).isFalse();
    }

    @Test
    void afterARestart_theAnswersAreToldAgain_asOfTheirOwnTime() {
        desk.sells("v-1");
        assertThat(voucher.told).containsExactly("v-1@" + Desk.MORNING);
        voucher.told.clear();
        desk.passes(Duration.ofMinutes(5));

        desk.restarts();
        String seen = desk.resumes(":y");

        assertThat(voucher.told)
                .containsExactly("v-1@" + Desk.MORNING, "yes@" + Desk.MORNING.plus(Duration.ofMinutes(5)));
        assertThat(seen).doesNotContain("Scan the voucher").contains("Paid €10.00.");
    }

    @Test
    void whatWasAnsweredAfterAStepThatIsAskedAnew_isNotToldAgain() {
        voucher.ends = request -> new PaymentOutcome.Unknown(Scripted.why("No answer."));
        desk.sells("v-1", ":y");

        desk.restarts();
        installed.unregister();
        Scripted next = new Scripted();
        next.firstStep = "read";
        desk.install(next);
        String seen = desk.resumes("v-2");

        assertThat(next.told).extracting(told -> told.split("@")[0]).containsExactly("v-2");
        assertThat(seen).contains("= Take it?").doesNotContain("Paid");
        assertThat(desk.resumes(":y")).contains("Voucher v-2", "Paid €10.00.");
    }

    @Test
    void aRefusedAnswer_isSaid_erased_andNotToldAgain() {
        String seen = desk.sells("bad-1");
        assertThat(seen).contains("! Not a voucher.", "Nothing was booked.", "Again.");
        voucher.told.clear();

        desk.restarts();
        desk.resumes("v-2", ":y");

        assertThat(voucher.told).extracting(told -> told.split("@")[0]).containsExactly("v-2", "yes");
    }

    @Test
    void aMethodWhoseFilterIsMissing_isNotOffered_andOneWhoseFilterRefusesNeither() {
        voucher.filtered = true;
        assertThat(desk.sells()).contains("! Voucher has no product filter at this moment.");

        ServiceRegistration<?> strict = desk.install(labels -> false);
        assertThat(desk.sells()).contains("! Voucher may pay none of these products.");
        strict.unregister();
        desk.install(labels -> {
            throw new IllegalStateException("against F1");
        });
        assertThat(desk.sells()).contains("! Voucher may pay none of these products.");
        assertThat(desk.unended()).isEmpty();
    }

    @Test
    void aMethodThatIsReplacedWhileItIsAsked_isAskedAgain_onTheNext() {
        Scripted next = new Scripted();
        voucher.meanwhile = () -> {
            voucher.meanwhile = () -> {};
            installed.unregister();
            desk.install(next);
        };

        String seen = desk.sells("v-1", ":y");

        assertThat(seen).contains("Paid €10.00.");
        assertThat(next.told).extracting(told -> told.split("@")[0]).containsExactly("v-1", "yes");
    }

    @Test
    void aPaymentWhoseMethodGoes_isHandedToNoOther() {
        Scripted another = new Scripted("voucher-2");
        voucher.meanwhile = () -> {
            installed.unregister();
            desk.install(another);
        };

        assertThat(desk.sells("v-1", ":y")).contains("! voucher is not there at this moment.");
        assertThat(another.told).isEmpty();
    }

    @Test
    void whileTheOwnMethodIsBeingReplaced_itIsWaitedFor_andNoOtherOfItsSchemeTakesARefund() {
        leavesARefundUnknown();

        Scripted other = new Scripted("voucher-2");
        Scripted next = new Scripted();
        AtomicInteger looks = new AtomicInteger();
        other.inquiry = request -> {
            throw new IllegalStateException("other credentials");
        };
        next.inquiry = Scripted::refunded;
        installed.unregister();
        desk.install(other);
        other.whenLookedAt = () -> {
            if (looks.incrementAndGet() == 3) {
                desk.install(next);
            }
        };
        desk.looksAround();

        assertThat(desk.unended()).isEmpty();
        assertThat(desk.refunds(FIRST)).contains("€0.00 can still go back.");
    }

    @Test
    void aProviderThatWantsToBeLeftAlone_isNotAskedSooner_andNotToldAgain() {
        desk.sells("v-1", ":y");
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        voucher.refunds = request -> {
            told.incrementAndGet();
            return new RefundOutcome.Unknown(Scripted.why("Busy."), Optional.of(Duration.ofSeconds(90)));
        };
        voucher.inquiry = request -> {
            asked.incrementAndGet();
            return new RefundOutcome.Unknown(Scripted.why("Busy."), Optional.of(Duration.ofDays(3)));
        };
        desk.refunds(FIRST, ":y");
        desk.passes(Duration.ofSeconds(89));
        desk.looksAround();
        assertThat(asked).hasValue(0);
        desk.passes(Duration.ofSeconds(1));
        desk.looksAround();
        assertThat(asked).hasValue(1);
        desk.passes(Duration.ofMinutes(59));
        desk.looksAround();
        assertThat(asked).hasValue(1);
        desk.passes(Duration.ofMinutes(1));
        desk.looksAround();
        assertThat(asked).as("an hour is the most").hasValue(2);
        assertThat(told).hasValue(1);
    }

    @Test
    void aRefundWhoseMethodIsAway_mayHaveMovedMoney_andThatIsSaid() {
        leavesARefundUnknown();
        installed.unregister();

        assertThat(desk.resumes())
                .contains(
                        "! voucher is not there at this moment.",
                        "It is not known whether the money went back. Do not return it in another way.");
    }

    @Test
    void aMethodThatOverrunsItsPatience_isNotWaitedFor_andAskedLaterHowItEnded() {
        voucher.patience = Duration.ofMillis(100);
        voucher.meanwhile = CounterTest::sleep;

        assertThat(desk.sells("v-1")).contains("! voucher failed.", "It is not known whether money moved.");
        assertThat(desk.unended()).extracting(Attempt::state).containsExactly(Attempt.State.UNKNOWN);

        desk.looksAround();
        assertThat(desk.unended()).hasSize(1);
        desk.passes(Duration.ofSeconds(3));
        desk.looksAround();
        assertThat(desk.unended()).isEmpty();
    }

    @Test
    void aMethodThatBreaksP3_isNotBelieved() {
        voucher.ends = request -> new PaymentOutcome.Paid(
                request.eligible().times(2),
                request.eligible().times(2),
                Optional.empty(),
                Evidence.SIGNED,
                Map.of(),
                List.of());

        assertThat(desk.sells("v-1", ":y")).contains("! voucher failed.").doesNotContain("Receipt");
    }

    @Test
    void aReceiptThatAnotherTillUsedMeanwhile_isNotBooked_andTheStepIsAskedAgain() {
        SaleId theirs = new SaleId("R1-000007");
        voucher.meanwhile = () -> {
            voucher.meanwhile = () -> {};
            desk.ledger()
                    .books()
                    .write(tx -> desk.ledger()
                            .claims()
                            .settle(
                                    tx,
                                    Scripted.somebody(),
                                    theirs,
                                    Optional.of(new PaymentReference(Scripted.SCHEME, "v-1"))));
        };

        String seen = desk.sells("v-1", ":y", ":x");

        assertThat(seen)
                .contains("! Another till has just used this for sale R1-000007.", "Cancelled.")
                .doesNotContain("Paid");
    }

    @Test
    void aRefund_goesBackOnce_andThePluginSeesItsOwnParticularsAgain() {
        desk.sells("v-1", ":y");
        voucher.refunds = request -> {
            assertThat(request.payment().particulars()).containsEntry("place", "here");
            return new RefundOutcome.Refunded(
                    request.amount(), request.payment().reference(), Evidence.CONFIRMED, List.of());
        };

        assertThat(desk.refunds(FIRST, ":y")).contains("Refunded €10.00.");
        assertThat(desk.refunds(FIRST)).contains("! Of sale SH-000001, €0.00 can still go back.");
    }

    @Test
    void whenTheMethodOfAPaymentIsGone_anotherOfItsSchemeRefundsIt_andPaysNothingInItsStead() {
        desk.sells("v-1", ":y");
        desk.sells("v-2");
        installed.unregister();
        desk.install(new Scripted("voucher-2"));

        assertThat(desk.refunds(FIRST, ":y")).contains("Refunded €10.00.");
        assertThat(desk.resumes(":y")).contains("! voucher is not there at this moment.");
    }

    @Test
    void whileARefundIsNotKnown_thereIsNoOther_andItIsInquiredUntilItIs() {
        desk.sells("v-1", ":y");
        voucher.refunds = request -> new RefundOutcome.Unknown(Scripted.why("No answer."));
        voucher.inquiry = request -> new RefundOutcome.Unknown(Scripted.why("No answer."));

        assertThat(desk.refunds(FIRST, ":y")).contains("! No answer.");
        assertThat(desk.refunds(FIRST, ":y")).contains("! Another refund of sale SH-000001 has not ended.");
        String attempt = desk.unended().get(0).id().value();
        voucher.told.clear();
        desk.restarts();
        desk.passes(Duration.ofSeconds(3));
        desk.looksAround();

        assertThat(voucher.told)
                .as("told again under the same attempt, where the method says that it is not known")
                .containsExactly("refund " + attempt + "@" + Desk.MORNING);
        assertThat(desk.unended()).hasSize(1);
        voucher.inquiry = request ->
                new RefundOutcome.Refunded(request.amount(), Optional.empty(), Evidence.CONFIRMED, List.of());
        desk.passes(Duration.ofMinutes(1));
        desk.looksAround();
        assertThat(desk.unended()).isEmpty();
        assertThat(desk.refunds(FIRST)).contains("€0.00 can still go back.");
    }

    @Test
    void aRefundThatTwoTillsFindOut_isBookedOnce() {
        leavesARefundUnknown();
        try (Counter other = desk.another()) {
            voucher.inquiry = request -> {
                voucher.inquiry = Scripted::refunded;
                other.rounds().run();
                return Scripted.refunded(request);
            };
            desk.looksAround();
        }

        assertThat(desk.unended()).isEmpty();
        assertThat(desk.refunds(FIRST)).contains("€0.00 can still go back.");
    }

    @Test
    void whatEndedSinceTheRoundBegan_isNotAskedForAgain() {
        desk.sells("v-1", ":y");
        desk.sells("v-2", ":y");
        voucher.refunds = request -> new RefundOutcome.Unknown(Scripted.why("No answer."));
        desk.refunds(FIRST, ":y");
        desk.refunds(new SaleId("SH-000002"), ":y");
        desk.passes(Duration.ofSeconds(3));
        List<SaleId> asked = new ArrayList<>();
        voucher.inquiry = request -> {
            asked.add(request.sale());
            desk.looksAround();
            return new RefundOutcome.Declined(Scripted.why("No."));
        };
        desk.looksAround();

        assertThat(asked).containsExactlyInAnyOrder(FIRST, new SaleId("SH-000002"));
        assertThat(desk.unended()).isEmpty();
    }

    @Test
    void whatEndedAtAnotherTillMeanwhile_isBookedThereOnly_andTheCashierIsTold() {
        leavesARefundUnknown();
        voucher.inquiry = request -> new RefundOutcome.Declined(Scripted.why("No."));
        try (Counter other = desk.another()) {
            voucher.refunds = request -> {
                other.rounds().run();
                return Scripted.refunded(request);
            };
            String seen = desk.resumes();

            assertThat(seen)
                    .contains("has ended meanwhile, at another till.", "What was booked there stands")
                    .doesNotContain("Refunded");
        }
        assertThat(desk.refunds(FIRST)).contains("€10.00 of sale SH-000001 is to go back");
    }

    @Test
    void aReceiptThatAnotherSaleHas_isNotAskedForEachSecond() {
        voucher.ends = request -> new PaymentOutcome.Unknown(Scripted.why("No answer."));
        desk.sells("v-1", ":y");
        desk.ledger()
                .books()
                .write(tx -> desk.ledger()
                        .claims()
                        .settle(
                                tx,
                                Scripted.somebody(),
                                new SaleId("R1-000007"),
                                Optional.of(new PaymentReference(Scripted.SCHEME, "v-1"))));
        AtomicInteger asked = new AtomicInteger();
        voucher.paymentInquiry = request -> {
            asked.incrementAndGet();
            return voucher.paid(request);
        };
        desk.passes(Duration.ofSeconds(3));

        desk.looksAround();
        desk.looksAround();

        assertThat(asked).hasValue(1);
        assertThat(desk.unended()).hasSize(1);
    }

    @Test
    void anAttemptThatCannotBeGoneOnWith_keepsNobodyFromTheOthers() {
        SaleId second = new SaleId("SH-000002");
        desk.sells("v-1", ":y");
        desk.sells("v-2", ":y");
        voucher.refunds = request -> new RefundOutcome.Unknown(Scripted.why("No answer."));
        voucher.inquiry = Scripted::refunded;
        desk.refunds(FIRST, ":y");
        desk.passes(Duration.ofSeconds(1));
        desk.refunds(second, ":y");
        desk.ledger()
                .books()
                .write(tx -> tx.execute("UPDATE shell_payment SET refunded = tendered WHERE sale = ?", FIRST));
        desk.passes(Duration.ofSeconds(3));

        desk.looksAround();

        assertThat(desk.unended()).extracting(Attempt::sale).containsExactly(FIRST);
        assertThat(desk.refunds(second)).contains("€0.00 can still go back.");
    }

    /** A payment, and a refund of it that was not answered, long enough ago to be inquired about. */
    private void leavesARefundUnknown() {
        desk.sells("v-1", ":y");
        voucher.refunds = request -> new RefundOutcome.Unknown(Scripted.why("No answer."));
        desk.refunds(FIRST, ":y");
        desk.passes(Duration.ofSeconds(3));
    }

    private static void sleep() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
