package io.kassa.pos.spi.tck;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.settings.SelfTest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One plug-in on the test bench, with a provider that the tests can look into and disturb. Made anew for each test.
 *
 * <p>What a plug-in or its provider cannot do is answered with empty or false: the tests that need it are then shown as
 * skipped, with the reason.
 */
public interface PaymentBench extends AutoCloseable {

    /**
     * A new instance of the method, with the same settings each time. Asked for a second one it is the plug-in after a
     * restart, or at another register; both may be in use at once. Set its deadlines short: tests wait for its patience.
     *
     * @param clock the time of day, which tests move; deadlines must not be measured with it
     */
    PaymentMethod method(PaymentLedger ledger, Clock clock);

    /**
     * The same account at the same provider, configured a second time under another method id: a shop may do that, and what
     * one configuration has taken the other must not take again. Where it names the same scheme it looks after the other's payments.
     */
    default Optional<PaymentMethod> otherConfiguration(PaymentLedger ledger, Clock clock) {
        return Optional.empty();
    }

    /**
     * A customer gets ready at the provider to pay that much, another payment at each call.
     *
     * @return what the cashier answers, step by step; a {@code Confirm} that is not mentioned is confirmed
     */
    List<Answer> answersThatPay(Money tendered);

    /**
     * Answers that the plug-in refuses, each list up to the answer that is refused, under a name for the test report such as
     * "forged". They are given for a sale in the currency of the test, and each is given more than once.
     */
    Map<String, List<Answer>> answersThatAreRefused();

    /** What the cashier answers to pay that much on a person's word alone: {@code ATTESTED}, no reference. */
    default Optional<List<Answer>> answersThatAttest(Money tendered) {
        return Optional.empty();
    }

    /**
     * A customer pays that much at the provider, another payment at each call, and the till hears nothing of it.
     *
     * @return the id that a person types when the plug-in asks for it
     */
    default Optional<String> idOfPaymentNotScanned(Money tendered) {
        return Optional.empty();
    }

    /** Everything the provider has paid back so far; zero before the first refund. Empty when it cannot be known. */
    default Optional<Money> refunded() {
        return Optional.empty();
    }

    /**
     * Everything the provider has charged so far because the plug-in demanded it. Empty when paying demands nothing of the
     * provider: the customer pays there, and the plug-in only looks.
     */
    default Optional<Money> charged() {
        return Optional.empty();
    }

    /**
     * Disturbs the provider from now on, or puts it right with {@code NONE}.
     *
     * @return whether it can do that
     */
    default boolean trouble(Trouble trouble) {
        return trouble == Trouble.NONE;
    }

    /** The secrets in the plug-in's settings, which must not be seen anywhere. */
    default Set<String> secrets() {
        return Set.of();
    }

    /** What the plug-in has logged, where that does not go through java.util.logging, standard output or error. */
    default List<String> logged() {
        return List.of();
    }

    /** The filter that belongs to the method. */
    default Optional<ProductLabelFilter> filter() {
        return Optional.empty();
    }

    /** The self test that belongs to the method. */
    default Optional<SelfTest> selfTest() {
        return Optional.empty();
    }

    /** When the test begins, by the provider's clock. */
    default Instant now() {
        return Instant.now();
    }

    @Override
    default void close() {}
}
