package io.kassa.pos.host.rehearsal;

import io.kassa.pos.host.outcomes.OutcomeListener;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.spi.payment.Answer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Watches the till rehearse, and goes meanwhile through its own part of a sale. A service of this type is told. Nothing of what it
 * is shown is real: keep, count, log and send nothing of it.
 */
@ConsumerType
public interface Audience extends OutcomeListener {

    /** What somebody at a page would send. */
    void said(String step, Answer answer);

    /** What a page would be sent. */
    void shown(RegisterView view);
}
