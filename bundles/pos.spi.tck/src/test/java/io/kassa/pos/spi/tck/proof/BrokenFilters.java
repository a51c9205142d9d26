package io.kassa.pos.spi.tck.proof;

import static io.kassa.pos.spi.tck.proof.Broken.method;
import static io.kassa.pos.spi.tck.proof.Broken.thing;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.tck.PaymentBench;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Filters that break F1, and a method that breaks F2. */
final class BrokenFilters {

    private BrokenFilters() {}

    static List<Broken<PaymentBench>> all() {
        var asked = new AtomicInteger();
        return List.of(
                filter("changes its mind", labels -> asked.incrementAndGet() % 7 == 0, "F1_sameLabels_sameAnswer"),
                filter(
                        "throws where there is no label",
                        labels -> labels.iterator().next().name().equals("gym"),
                        "F1_anyLabels_neverThrows",
                        "F1_sameLabels_sameAnswer",
                        "F1_providerThatIsSilent_doesNotSlowTheFilter"),
                filter(
                        "takes its time",
                        labels -> {
                            LockSupport.parkNanos(1_000_000);
                            return true;
                        },
                        "F1_providerThatIsSilent_doesNotSlowTheFilter"),
                method("does not say that it has a filter", Unfiltered::new, "F2_filteredMethod_comesWithItsFilter"));
    }

    private static Broken<PaymentBench> filter(String what, ProductLabelFilter filter, String... caughtBy) {
        return thing("a filter that " + what, () -> new VoucherBench(VoucherMethod::new, filter), caughtBy);
    }

    private static final class Unfiltered extends VoucherMethod {
        Unfiltered(VoucherProvider provider, PaymentLedger ledger, Clock clock) {
            super(provider, ledger, clock);
        }

        @Override
        public MethodInfo info() {
            MethodInfo info = super.info();
            return new MethodInfo(
                    info.id(),
                    info.name(),
                    info.patience(),
                    info.givesChange(),
                    false,
                    info.currencies(),
                    info.acceptUntil(),
                    info.scheme());
        }
    }
}
