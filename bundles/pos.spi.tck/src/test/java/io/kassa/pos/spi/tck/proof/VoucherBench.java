package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.tck.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The example on the bench; with a maker of its own it is one of the broken ones. */
class VoucherBench implements PaymentBench {

    /** Makes a method, right or wrong. */
    interface Maker {
        PaymentMethod make(VoucherProvider provider, PaymentLedger ledger, Clock clock);
    }

    final VoucherProvider provider = new VoucherProvider();
    private final Instant start = Instant.parse("2026-03-29T09:00:00Z");
    private final Maker maker;
    private final ProductLabelFilter filter;

    VoucherBench() {
        this(VoucherMethod::new);
    }

    VoucherBench(Maker maker) {
        this(maker, labels -> labels.contains(new ProductLabel("gym")));
    }

    VoucherBench(Maker maker, ProductLabelFilter filter) {
        this.maker = maker;
        this.filter = filter;
    }

    @Override
    public Instant now() {
        return start;
    }

    @Override
    public PaymentMethod method(PaymentLedger ledger, Clock clock) {
        return maker.make(provider, ledger, clock);
    }

    @Override
    public Optional<PaymentMethod> otherConfiguration(PaymentLedger ledger, Clock clock) {
        return Optional.of(method(ledger, clock));
    }

    @Override
    public List<Answer> answersThatPay(Money tendered) {
        return List.of(new Answer.Scanned(sell(tendered, Duration.ofHours(1)).code()));
    }

    @Override
    public Map<String, List<Answer>> answersThatAreRefused() {
        String good = sell(Money.euro(1000), Duration.ofHours(1)).code();
        String old = sell(Money.euro(1000), Duration.ofHours(-1)).code();
        return Map.of(
                "forged", List.of(new Answer.Scanned(good + "0")),
                "expired", List.of(new Answer.Scanned(old)),
                "too much typed", List.of(new Answer.Detoured("amount"), new Answer.Amount(Money.euro(100_000))));
    }

    @Override
    public Optional<List<Answer>> answersThatAttest(Money tendered) {
        return Optional.of(List.of(new Answer.Detoured("amount"), new Answer.Amount(tendered)));
    }

    @Override
    public Optional<String> idOfPaymentNotScanned(Money tendered) {
        return Optional.of(sell(tendered, Duration.ofHours(1)).id());
    }

    @Override
    public Optional<Money> refunded() {
        return Optional.of(provider.refunded());
    }

    @Override
    public boolean trouble(Trouble trouble) {
        provider.trouble(trouble);
        return true;
    }

    @Override
    public Set<String> secrets() {
        return Set.of(Voucher.SECRET);
    }

    @Override
    public Optional<ProductLabelFilter> filter() {
        return Optional.of(filter);
    }

    private Voucher sell(Money amount, Duration valid) {
        return provider.sell(amount, start.plus(valid));
    }
}
