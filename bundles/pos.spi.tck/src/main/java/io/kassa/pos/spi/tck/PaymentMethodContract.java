package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.product.ProductLabelFilter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The rules that every payment plug-in keeps: P1 to P9 and R1 to R6 of {@link io.kassa.pos.spi.payment.PaymentMethod}, F1 and
 * F2 of {@link ProductLabelFilter}. Extend it, make a {@link PaymentBench}, and each rule is a test:
 *
 * <pre>{@code
 * final class VoucherContractTest extends PaymentMethodContract {
 *     @Override
 *     protected PaymentBench bench() {
 *         return new VoucherBench();
 *     }
 * }
 * }</pre>
 *
 * <p>Names of tests begin with the rule. What cannot be tested with this bench is skipped, and says why.
 */
public abstract class PaymentMethodContract extends SchemeRules {

    @Test
    void R3_noReference_isAskedFor_andRefunds() {
        String id = known(bench.idOfPaymentNotScanned(amount(1000)), "no payment is made without a scan");
        RefundRequest request = till.refund(attested(), amount(1000));
        Walk<RefundOutcome> walk = till.refund(request, List.of());
        assertInstanceOf(Step.EnterText.class, walk.question().step(), "R3: asked when no reference is recorded");
        RefundOutcome outcome =
                till.refund(request, List.of(new Answer.Text(id))).outcome();
        assertInstanceOf(RefundOutcome.Refunded.class, outcome, "R3: the right id was typed");
        assertEquals(amount(1000), refunded(), "R3: paid back at the provider");
    }

    @Test
    void R3_rubbishForAReference_isRefused_neverThrown() {
        RefundRequest request = till.refund(attested(), amount(1000));
        Turn.Ask<RefundOutcome> question = till.refund(request, List.of()).question();
        for (Answer rubbish : Rubbish.answersTo(question.step(), currency())) {
            Refusals.of("a rubbish reference", () -> till.refund(request, List.of(rubbish)));
        }
        assertEquals(amount(0), refunded(), "R3: paid back for rubbish");
    }

    @Test
    void R3_cancelled_refundsNothing() {
        RefundRequest request = till.refund(attested(), amount(1000));
        RefundOutcome outcome =
                till.refund(request, List.of(new Answer.Cancelled())).outcome();
        assertInstanceOf(RefundOutcome.Cancelled.class, outcome, "Cancelled where a reference is asked for");
        assertEquals(Set.of(), till.books.intents(), "An intent was opened, though cancelled");
    }

    @Test
    void R5_typedReferenceOfAnotherSale_isRefused() {
        RefundRequest request = till.refund(attested(), amount(1000));
        Answer.Text other = new Answer.Text(used().reference().id());
        Refusals.of("a reference that paid another sale", () -> till.refund(request, List.of(other)));
        assertEquals(amount(0), refunded(), "R5: another sale's payment was paid back");
    }

    @Test
    void R5_referenceOfAnotherSale_addedLater_isNotConfirmed() {
        RecordedPayment payment = attested();
        Verification result =
                till.method().verify(payment, Optional.of(used().reference().id()));
        assertFalse(result instanceof Verification.Confirmed, "R5: another sale's reference was taken for this one's");
    }

    @Test
    void F1_sameLabels_sameAnswer() {
        ProductLabelFilter filter = filter();
        for (Set<ProductLabel> labels : LABELS) {
            boolean first = filter.accepts(labels);
            for (int i = 0; i < 100; i++) {
                assertEquals(first, filter.accepts(new HashSet<>(labels)), () -> "F1: the same labels " + labels);
            }
        }
    }

    @Test
    void F1_anyLabels_neverThrows() {
        ProductLabelFilter filter = filter();
        LABELS.forEach(labels -> assertDoesNotThrow(() -> filter.accepts(labels), () -> "F1: " + labels));
    }

    @Test
    void F1_providerThatIsSilent_doesNotSlowTheFilter() {
        ProductLabelFilter filter = filter();
        trouble(Trouble.SILENT);
        assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        filter.accepts(LABELS.get(i % LABELS.size()));
                    }
                },
                "F1: 10000 questions in a second");
    }

    @Test
    void F2_filteredMethod_comesWithItsFilter() {
        assertEquals(
                till.method().info().filtered(),
                bench.filter().isPresent(),
                "F2: info().filtered() says whether there is a filter");
    }

    @Test
    void F2_lonelyFilterOrMethod_isNotUsed() {
        abort("Not tested here: it is the host that ignores a filter without method, and a method without its filter");
    }

    private static final List<Set<ProductLabel>> LABELS = List.of(
            Set.of(),
            Set.of(new ProductLabel("gym")),
            Set.of(new ProductLabel("liikunta"), new ProductLabel("massage")),
            Set.of(new ProductLabel("\u0130\u00df\ud83d\ude00")),
            Set.of(new ProductLabel("x".repeat(10_000))));

    private ProductLabelFilter filter() {
        return known(bench.filter(), "the method has no filter");
    }
}
