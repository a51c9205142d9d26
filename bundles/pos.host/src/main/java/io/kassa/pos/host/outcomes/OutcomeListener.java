package io.kassa.pos.host.outcomes;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told what happens at the till, after it is in the books, on the thread where it happened: do not wait in here. A service of this
 * type is told. Nothing that it is told is secret, and no scanned code is in it.
 */
@ConsumerType
@FunctionalInterface
public interface OutcomeListener {

    void happened(Occurrence occurrence);
}
