package io.kassa.pos.spi.payment;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to pay, registered as a service by a plug-in. Versions of one method run side by side under the same id: the host takes
 * the highest service ranking, then the highest {@code service.version}. A registered method works: a plug-in whose settings
 * are broken registers nothing.
 *
 * <h2>Rules of paying</h2>
 * <ul>
 *   <li><b>P1</b> A business refusal is {@code Declined} (it ends the attempt) or the step again with a problem, never an
 *       exception.
 *   <li><b>P2</b> {@code Cancelled} at any step ends {@code Cancelled}, and nothing is claimed.
 *   <li><b>P3</b> 0 &lt; applied ≤ eligible ≤ due, applied ≤ tendered, all in one currency. A surplus is never change unless
 *       the method gives change.
 *   <li><b>P4</b> The same attempt with the same answers at the same times has the same outcome.
 *   <li><b>P5</b> One reference is {@code Paid} for one sale only; it is claimed in the ledger as the last act before
 *       {@code Done}.
 *   <li><b>P6</b> A request that can move money, left the machine and was not answered is {@code Unknown}, never
 *       {@code Declined}. A read that is not answered is never {@code Unknown}.
 *   <li><b>P7</b> No call blocks beyond the patience of {@link MethodInfo}, whatever the peer does.
 *   <li><b>P8</b> No secret and no scanned code stands in any {@code toString}, message or log.
 *   <li><b>P9</b> A plug-in works on nothing but the request, its settings, the answers, the ledger and its provider: no
 *       session, no file, no default locale or zone.
 * </ul>
 *
 * <h2>Rules of refunding</h2>
 * <ul>
 *   <li><b>R1</b> Refunds add up to at most what was tendered.
 *   <li><b>R2</b> Repeating an attempt refunds once, also after a crash between the request and its answer: a plug-in opens an
 *       intent in the ledger before it sends, and sends only what the ledger's {@code sending} lets it.
 *   <li><b>R3</b> Without a recorded reference the method asks for one with {@link Step.EnterText}.
 *   <li><b>R4</b> Inquiring starts nothing.
 *   <li><b>R5</b> A typed reference that already paid another sale is refused.
 *   <li><b>R6</b> A method that names a {@link MethodInfo#scheme() scheme} makes references of that scheme only, and looks after
 *       payments of that scheme that another method took, since that one may be gone: it refunds, inquires and verifies with its
 *       own credentials, and with the root, the venue and whatever else {@link RecordedPayment#particulars()} has of them. It goes
 *       on with a refund that another method began, under the same attempt, and R2 holds across the two. What the provider keeps
 *       from its credentials it says in words, and does not deny: a refund is then {@code Declined} where nothing was sent,
 *       an inquiry {@code Unknown}. It never pays in another's stead.
 * </ul>
 *
 * <p>Methods throw only for bugs, and {@code LedgerUnavailableException} when the books cannot be written.
 */
@ConsumerType
public interface PaymentMethod {

    /** Service property that joins a method with its {@code ProductLabelFilter} and {@code SelfTest}. */
    String ID = "payment.method.id";

    /** Constant for the life of the service; never blocks. */
    MethodInfo info();

    /** Pays, with a cashier present. */
    Turn<PaymentOutcome> pay(PaymentRequest request);

    /** Refunds, with a cashier present. */
    Turn<RefundOutcome> refund(RefundRequest request);

    /**
     * How did that payment end? With nobody present; starts nothing. {@code Cancelled} means that no money can have moved by
     * this attempt.
     */
    PaymentOutcome inquire(PaymentRequest same);

    /**
     * How did that refund end? With nobody present; starts nothing. {@code Cancelled} means that nothing was sent.
     * {@code Unknown} means: not known yet; the host inquires again, and may call {@link #refund} with the same request and the
     * stored answers, which sends again only where that cannot refund twice.
     */
    RefundOutcome inquire(RefundRequest same);

    /**
     * Compares a payment in the books with what the provider has. Used for payments that were checked offline
     * ({@link Evidence#SIGNED}), and for typed ones ({@link Evidence#ATTESTED}) when their transaction id is added.
     *
     * @param typed the id that a person typed; empty to use the payment's own reference
     */
    Verification verify(RecordedPayment payment, Optional<String> typed);
}
