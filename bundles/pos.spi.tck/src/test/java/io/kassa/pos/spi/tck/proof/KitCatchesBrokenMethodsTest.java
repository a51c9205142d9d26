package io.kassa.pos.spi.tck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.tck.PaymentBench;
import io.kassa.pos.spi.tck.PaymentMethodContract;
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

class KitCatchesBrokenMethodsTest {

    /** It is the host that keeps the second half of F2. */
    private static final Set<String> NOT_TESTABLE = Set.of("F2_lonelyFilterOrMethod_isNotUsed");

    private static List<Broken<PaymentBench>> all() {
        return Stream.of(
                        BrokenPayments.all(),
                        BrokenClaims.all(),
                        BrokenInTrouble.all(),
                        BrokenRefunds.all(),
                        BrokenSchemes.all(),
                        BrokenFilters.all())
                .flatMap(List::stream)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> theKitCatchesAMethodThat() {
        List<Broken<PaymentBench>> all = all();
        return IntStream.range(0, all.size())
                .mapToObj(number -> DynamicTest.dynamicTest(
                        all.get(number).what(),
                        () -> assertThat(Kit.failures(ChosenMethod.class, number))
                                .containsExactlyElementsOf(all.get(number).caughtBy())));
    }

    @Test
    void everyTestOfTheKitCatchesSomething() {
        Set<String> blind = new TreeSet<>(Kit.tests(PaymentMethodContract.class));
        all().forEach(broken -> blind.removeAll(broken.caughtBy()));
        assertThat(blind).isEqualTo(NOT_TESTABLE);
    }

    @ExtendWith(ChosenMethod.Choice.class)
    static final class ChosenMethod extends PaymentMethodContract {

        static final class Choice extends Kit.Chosen<PaymentBench> {
            @Override
            List<Broken<PaymentBench>> all() {
                return KitCatchesBrokenMethodsTest.all();
            }
        }

        private final Supplier<PaymentBench> bench;

        ChosenMethod(Supplier<PaymentBench> bench) {
            this.bench = bench;
        }

        @Override
        protected PaymentBench bench() {
            return bench.get();
        }
    }
}
