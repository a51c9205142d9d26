package io.kassa.pos.spi.tck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.tck.LedgerBench;
import io.kassa.pos.spi.tck.PaymentLedgerContract;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class KitCatchesBrokenLedgersTest {

    @TestFactory
    Stream<DynamicTest> theKitCatchesALedgerThat() {
        List<Broken<LedgerBench>> all = BrokenLedgers.all();
        return IntStream.range(0, all.size())
                .mapToObj(number -> DynamicTest.dynamicTest(
                        all.get(number).what(),
                        () -> assertThat(Kit.failures(ChosenLedger.class, number))
                                .containsExactlyElementsOf(all.get(number).caughtBy())));
    }

    @Test
    void everyTestOfTheKitCatchesSomething() {
        Set<String> blind = new TreeSet<>(Kit.tests(PaymentLedgerContract.class));
        BrokenLedgers.all().forEach(broken -> blind.removeAll(broken.caughtBy()));
        assertThat(blind).isEmpty();
    }

    @ExtendWith(ChosenLedger.Choice.class)
    static final class ChosenLedger extends PaymentLedgerContract {

        static final class Choice extends Kit.Chosen<LedgerBench> {
            @Override
            List<Broken<LedgerBench>> all() {
                return BrokenLedgers.all();
            }
        }

        private final Supplier<LedgerBench> bench;

        ChosenLedger(Supplier<LedgerBench> bench) {
            this.bench = bench;
        }

        @Override
        protected LedgerBench bench() {
            return bench.get();
        }
    }
}
