package io.kassa.pos.spi.ledger;

import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentReference;
import io.kassa.pos.spi.payment.SaleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The memory of what was used, across registers, configurations and hosts. Registered as a service by the host, whose journal
 * commits with it.
 *
 * <ul>
 *   <li><b>L1</b> The first claim on a reference is granted.
 *   <li><b>L2</b> A claim by another attempt, also one of the same sale, is told which sale holds the reference.
 *   <li><b>L3</b> The same attempt is granted the same reference again.
 *   <li><b>L4</b> A granted claim is on disk when its attempt's outcome is, in the same commit; when the attempt ends without
 *       having paid, the claim ends with it.
 *   <li><b>L5</b> Of claims at the same moment exactly one is granted, on one host and on several: a host that finds at the
 *       commit that another host was first takes the outcome back and asks the step again.
 *   <li><b>L6</b> References are compared exactly, scheme and id, case included.
 *   <li><b>L7</b> An intent is on disk before {@code intend} returns. A payment has at most one open intent; others are told
 *       that it is busy.
 *   <li><b>L8</b> The same attempt is given its first intent again, with the facts stored then. It ends with a known outcome,
 *       and stays open while the outcome is unknown; {@link #openIntents} lists those that are open.
 *   <li><b>L9</b> When the books cannot be read or written, every method throws {@link LedgerUnavailableException}; nothing is
 *       ever granted that was not stored.
 *   <li><b>L10</b> Each sending of an intent's request is on disk before {@code sending} returns {@code true}, and later than
 *       the one before. Of those who decided on one state of an intent exactly one may send, on one host and on several; nobody
 *       may once it has ended.
 * </ul>
 */
@ProviderType
public interface PaymentLedger {

    /** Claims a reference for a sale, as the last act before {@code Paid}. */
    Claim claim(PaymentReference reference, AttemptId attempt, SaleId sale);

    /** Who holds a reference; for refusing a used receipt before anything else is asked. */
    Optional<Claim.Held> holder(PaymentReference reference);

    /**
     * Opens a refund intent, before a request that can move money is sent.
     *
     * @param reference the payment that is refunded
     * @param seen facts that the recovery needs, such as what the provider had refunded before; no secrets
     */
    Intent intend(PaymentReference reference, AttemptId attempt, SaleId sale, Map<String, String> seen);

    /** The intent that an attempt opened, whether or not it has ended since. */
    Optional<Intent.Open> intent(AttemptId attempt);

    /**
     * Writes down that the request of an open intent leaves now. Called before every sending of it, also the first: how long a
     * copy had to arrive is counted from here, whoever sent it, and also after a crash (rule L10).
     *
     * @param known the intent as the caller read it before it decided to send
     * @return whether to send; {@code false} when somebody else has sent since, or when the intent has ended
     */
    boolean sending(AttemptId attempt, Intent.Open known);

    /**
     * The intents that have not ended, of all hosts and schemes, oldest first (rule L8), those of the same moment in any order;
     * for people who ask what is not known.
     */
    List<OpenIntent> openIntents();
}
