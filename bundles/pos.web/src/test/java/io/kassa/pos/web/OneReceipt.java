package io.kassa.pos.web;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Detour;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wallet that knows one receipt of 10.00, asks for a scan until it sees it, and takes typed amounts. It keeps a hash of it: a
 * fuzzer that watches comparisons would learn the code otherwise, and has.
 */
final class OneReceipt implements PaymentMethod {

    private final byte[] receipt;

    OneReceipt(String code) {
        receipt = hash(code);
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public MethodInfo info() {
        return Wallet.INFO;
    }

    @Override
    public Turn<PaymentOutcome> pay(PaymentRequest request) {
        return scan(request);
    }

    private Turn.Ask<PaymentOutcome> scan(PaymentRequest request) {
        Step step = new Step.ScanCode("scan", Wallet.TEXT, Wallet.TEXT);
        return new Turn.Ask<>(step, Optional.empty(), List.of(new Detour("typed", Wallet.TEXT, true)), (answer, at) -> {
            if (answer instanceof Answer.Scanned scanned) {
                return MessageDigest.isEqual(hash(scanned.code()), receipt)
                        ? paid(Money.euro(1_000), Evidence.SIGNED)
                        : scan(request).refusing(Wallet.WHY);
            }
            return answer instanceof Answer.Detoured ? typed() : cancelled();
        });
    }

    private static Turn.Ask<PaymentOutcome> typed() {
        Step step = new Step.EnterAmount("amount", Wallet.TEXT, Wallet.TEXT, Optional.empty());
        return new Turn.Ask<>(
                step,
                Optional.empty(),
                List.of(),
                (answer, at) -> answer instanceof Answer.Amount amount ? typed(amount.money()) : cancelled());
    }

    private static Turn<PaymentOutcome> typed(Money money) {
        return money.isPositive() && money.currency().equals(Money.EURO)
                ? paid(money, Evidence.ATTESTED)
                : typed().refusing(Wallet.WHY);
    }

    private static Turn<PaymentOutcome> cancelled() {
        return new Turn.Done<>(new PaymentOutcome.Cancelled());
    }

    private static Turn<PaymentOutcome> paid(Money money, Evidence evidence) {
        Optional<PaymentReference> reference = evidence == Evidence.SIGNED
                ? Optional.of(new PaymentReference(Wallet.SCHEME, "tx_1"))
                : Optional.empty();
        Money applied = money.atMost(Money.euro(1_000));
        return new Turn.Done<>(
                new PaymentOutcome.Paid(money, applied, reference, evidence, Map.of(), List.of(Wallet.TEXT)));
    }

    @Override
    public Turn<RefundOutcome> refund(RefundRequest request) {
        return new Turn.Done<>(new RefundOutcome.Declined(Wallet.WHY));
    }

    @Override
    public PaymentOutcome inquire(PaymentRequest same) {
        return new PaymentOutcome.Cancelled();
    }

    @Override
    public RefundOutcome inquire(RefundRequest same) {
        return new RefundOutcome.Unknown(Wallet.WHY);
    }

    @Override
    public Verification verify(RecordedPayment payment, Optional<String> typed) {
        return new Verification.Unanswered(Wallet.WHY);
    }
}
