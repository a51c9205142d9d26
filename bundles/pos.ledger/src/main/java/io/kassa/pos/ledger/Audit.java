package io.kassa.pos.ledger;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was done, by whom and when. Entries are only ever added, in the transaction of what they speak of; each carries a hash of
 * the one before it. That shows changes made by hand; somebody who can write to the database and knows the rule can make a new
 * chain, so the head of the chain belongs into the day's closing report.
 */
@ProviderType
public interface Audit {

    /** Adds an entry; its number and time are set here. */
    void append(Transaction transaction, AuditRecord what);

    /**
     * One page, newest first.
     *
     * @param before the lowest number already seen; {@link Long#MAX_VALUE} for the first page
     * @param limit 1 to 1000
     */
    List<AuditEntry> page(long before, int limit);

    /** Checks the whole chain. */
    AuditCheck verify();
}
