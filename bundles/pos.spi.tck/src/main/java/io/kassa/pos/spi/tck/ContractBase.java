package io.kassa.pos.spi.tck;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.MethodInfo;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The bench and the till that every rule is tested with. */
abstract class ContractBase {

    PaymentBench bench;
    Till till;
    private Currency currency;

    /** A new bench, with a provider on which nothing has happened yet; closed after the test. */
    protected abstract PaymentBench bench() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        bench = bench();
        till = new Till(bench);
        MethodInfo info = till.method().info();
        currency = info.takes(Money.EURO)
                ? Money.EURO
                : info.currencies().iterator().next();
    }

    @AfterEach
    final void closeBench() {
        if (bench != null) {
            bench.close(); // null when bench() failed, which the report is to show alone
        }
    }

    final Money amount(long minor) {
        return new Money(minor, currency);
    }

    final Currency currency() {
        return currency;
    }

    final void trouble(Trouble trouble) {
        assumeTrue(bench.trouble(trouble), () -> "This bench cannot make its provider " + trouble);
    }

    final Money refunded() {
        return known(bench.refunded(), "what the provider paid back cannot be known");
    }

    /** Skips the test, and says why, where the bench has no such thing. */
    static <T> T known(Optional<T> of, String reason) {
        return of.orElseGet(() -> abort("Not tested: " + reason));
    }
}
