package io.kassa.pos.host.events;

import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.outcomes.OutcomeListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener what happened; one that throws neither keeps it from the others nor troubles the till. */
public final class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final List<OutcomeListener> listeners = new CopyOnWriteArrayList<>();

    /** Running the result takes it away again. */
    public Runnable add(OutcomeListener listener) {
        OutcomeListener own = listener::happened;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    public void tell(Occurrence occurrence) {
        for (OutcomeListener listener : listeners) {
            try {
                listener.happened(occurrence);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on {}", occurrence.getClass().getSimpleName(), e);
            }
        }
    }
}
