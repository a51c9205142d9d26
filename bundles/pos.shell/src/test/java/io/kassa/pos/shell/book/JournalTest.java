package io.kassa.pos.shell.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.shell.book.Journal.Beginning;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentOutcome.Paid;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tills on the same books; what each looked at before counts for nothing. */
class JournalTest {

    private static final SaleId SALE = new SaleId("SH-000001");
    private static final PaymentReference REFERENCE = new PaymentReference("voucher:https://one.example", "v-1");

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Payments payments;
    private Journal one;
    private Journal other;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder, Clock.systemUTC());
        payments = new Payments(ledger.books());
        one = new Journal(ledger.books(), ledger.claims(), ledger.audit(), payments, Clock.systemUTC());
        other = new Journal(ledger.books(), ledger.claims(), ledger.audit(), payments, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aPayment_isBookedOnce() {
        Attempt payment = begun(attempt("pay", 1_000, Optional.empty()));

        assertThat(one.paid(payment, paid())).isInstanceOf(Booking.Stored.class);
        assertThat(other.paid(payment, paid())).isInstanceOf(Booking.Late.class);

        assertThat(payments.of(SALE)).hasSize(1);
    }

    @Test
    void aPaymentThatEndedWithNothing_takesNoReceipt() {
        Attempt payment = begun(attempt("pay", 1_000, Optional.empty()));
        one.endedWithNothing(payment);

        assertThat(other.paid(payment, paid())).isInstanceOf(Booking.Late.class);

        assertThat(payments.of(SALE)).isEmpty();
        assertThat(ledger.claims().holder(REFERENCE)).isEmpty();
    }

    @Test
    void aRefund_isBookedOnce() {
        Attempt refund = begun(refund("back", 400));

        assertThat(one.refunded(refund, Money.euro(400))).isInstanceOf(Booking.Stored.class);
        assertThat(other.refunded(refund, Money.euro(400))).isInstanceOf(Booking.Late.class);
        assertThat(other.endedWithNothing(refund)).isInstanceOf(Booking.Late.class);
        assertThat(other.unknown(refund)).isInstanceOf(Booking.Late.class);

        assertThat(payments.of(SALE).get(0).refunded()).isEqualTo(Money.euro(400));
    }

    @Test
    void aRefund_beginsWhileNoOtherIsUnderWay_andWhileSoMuchCanGoBack() {
        Attempt first = begun(refund("back-1", 600));
        Attempt second = attempt("back-2", 600, first.undoes());

        assertThat(other.begin(second)).isEqualTo(Beginning.UNDER_WAY);
        one.refunded(first, Money.euro(600));
        assertThat(other.begin(second)).isEqualTo(Beginning.TOO_MUCH);
        assertThat(other.find(second.id())).isEmpty();
        assertThat(other.begin(attempt("back-3", 400, first.undoes()))).isEqualTo(Beginning.BEGUN);
    }

    @Test
    void whatMovesMoneyOrMayHave_isOnTheAuditLogOnce() {
        Attempt refund = begun(refund("back", 400));
        one.unknown(refund);
        one.unknown(refund);
        one.refunded(refund, Money.euro(400));
        other.refunded(refund, Money.euro(400));
        Attempt notMade = begun(attempt("back-2", 600, refund.undoes()));
        one.endedWithNothing(notMade);
        Attempt givenUp = begun(attempt("pay-2", 1_000, Optional.empty()));
        one.endedWithNothing(givenUp);

        assertThat(ledger.audit().page(Long.MAX_VALUE, 10))
                .extracting(entry ->
                        entry.record().what() + " " + entry.record().after().orElseThrow() + " ("
                                + entry.record().attempt().orElseThrow() + ")")
                .containsExactly(
                        "refund.ended EUR 0 by voucher, of attempt pay (back-2)",
                        "refund.begun EUR 600 by voucher, of attempt pay (back-2)",
                        "refund.done EUR 400 by voucher, of attempt pay (back)",
                        "refund.unknown EUR 400 by voucher, of attempt pay (back)",
                        "refund.begun EUR 400 by voucher, of attempt pay (back)",
                        "payment.taken EUR 1000 by voucher (pay)");
    }

    private Attempt refund(String id, long cents) {
        Attempt payment = begun(attempt("pay", 1_000, Optional.empty()));
        one.paid(payment, paid());
        return attempt(id, cents, Optional.of(payment.id()));
    }

    private Attempt begun(Attempt attempt) {
        assertThat(one.begin(attempt)).isEqualTo(Beginning.BEGUN);
        return attempt;
    }

    private static Attempt attempt(String id, long cents, Optional<AttemptId> undoes) {
        return new Attempt(
                new AttemptId(id),
                SALE,
                "voucher",
                Money.euro(cents),
                Money.euro(cents),
                undoes,
                Optional.of(REFERENCE.scheme()),
                Instant.EPOCH,
                Attempt.State.OPEN);
    }

    private static Paid paid() {
        return new Paid(
                Money.euro(1_000), Money.euro(1_000), Optional.of(REFERENCE), Evidence.CONFIRMED, Map.of(), List.of());
    }
}
