package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.tck.Trouble;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The charging example on the bench, right or broken. */
record ChargingBench(VoucherProvider provider, VoucherBench.Maker maker) implements PaymentBench {

    ChargingBench(VoucherBench.Maker maker) {
        this(new VoucherProvider(), maker);
    }

    @Override
    public PaymentMethod method(PaymentLedger ledger, Clock clock) {
        return maker.make(provider, ledger, clock);
    }

    @Override
    public List<Answer> answersThatPay(Money tendered) {
        provider.present(tendered);
        return List.of();
    }

    @Override
    public Map<String, List<Answer>> answersThatAreRefused() {
        return Map.of();
    }

    @Override
    public Optional<Money> refunded() {
        return Optional.of(provider.refunded());
    }

    @Override
    public Optional<Money> charged() {
        return Optional.of(provider.charged());
    }

    @Override
    public boolean trouble(Trouble trouble) {
        provider.trouble(trouble);
        return true;
    }

    @Override
    public Optional<ProductLabelFilter> filter() {
        return Optional.of(labels -> true);
    }
}
