package io.kassa.pos.host.events;

import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.outcomes.OutcomeListener;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener on a thread of its own, in order, so that nobody at the counter waits for it. Closing tells what is left. */
public final class Aside implements OutcomeListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Aside.class);
    private static final long LAST_WORDS_SECONDS = 5;

    private final OutcomeListener listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "till-outcomes");
        made.setDaemon(true);
        return made;
    });

    public Aside(OutcomeListener listener) {
        this.listener = listener;
    }

    @Override
    public void happened(Occurrence occurrence) {
        try {
            thread.execute(() -> tell(occurrence));
        } catch (RejectedExecutionException closed) {
            // what ends after the till was closed is told at once
            tell(occurrence);
        }
    }

    private void tell(Occurrence occurrence) {
        try {
            listener.happened(occurrence);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed on {}", occurrence.getClass().getSimpleName(), e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
