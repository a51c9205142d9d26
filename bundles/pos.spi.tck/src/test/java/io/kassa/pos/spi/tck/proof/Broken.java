package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.tck.PaymentBench;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Something that breaks the contract on purpose.
 *
 * @param what what is wrong with it, in words
 * @param caughtBy exactly the tests of the kit that must fail
 */
record Broken<B>(String what, Supplier<B> bench, Set<String> caughtBy) {

    static <B> Broken<B> thing(String what, Supplier<B> bench, String... caughtBy) {
        return new Broken<>(what, bench, new TreeSet<>(Set.of(caughtBy)));
    }

    /** A voucher method that does one thing wrong. */
    static Broken<PaymentBench> method(String what, VoucherBench.Maker maker, String... caughtBy) {
        return thing(what, () -> new VoucherBench(maker), caughtBy);
    }

    /** A voucher method whose refunds do one thing wrong. */
    static Broken<PaymentBench> refunds(String what, Refunds refunds, String... caughtBy) {
        return method(
                what,
                (provider, ledger, clock) -> new VoucherMethod(provider, ledger, clock) {
                    @Override
                    VoucherRefunds refunds() {
                        return refunds.of(this);
                    }
                },
                caughtBy);
    }

    /** Makes the refunds of a method. */
    interface Refunds {
        VoucherRefunds of(VoucherMethod method);
    }
}
