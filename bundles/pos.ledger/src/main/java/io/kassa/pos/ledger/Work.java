package io.kassa.pos.ledger;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What is done in one transaction. It may be run again when another host wrote at the same moment, and it holds up other
 * writers, so it is short and touches nothing but the transaction: no call to a provider, no change of memory.
 */
@ConsumerType
@FunctionalInterface
public interface Work<T> {

    T in(Transaction transaction);
}
