package io.kassa.pos.host.start;

import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the till ask by itself what is not known, as long as it runs; intervals are monotonic. That the books are away is said once,
 * and that they are back.
 */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long PAUSE_SECONDS = 1;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "till-follow-up");
        made.setDaemon(true);
        return made;
    });
    private final Runnable questions;
    private boolean booksAway;

    Rounds(Runnable questions) {
        this.questions = questions;
        thread.scheduleWithFixedDelay(this::run, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    synchronized void run() {
        try {
            questions.run();
            if (booksAway) {
                LOG.warn("The books can be used again, and the till goes on asking");
            }
            booksAway = false;
        } catch (LedgerUnavailableException | CommitUnknownException e) {
            if (!booksAway) {
                LOG.warn(
                        "The till cannot ask by itself what is not known. {} ({}). Tried again until it can",
                        e.getMessage(),
                        reason(e));
            }
            booksAway = true;
        } catch (RuntimeException e) {
            // the next round tries again
            LOG.warn("A round of questions failed", e);
        }
    }

    /** What lies at the bottom: the driver's own sentence, without the pool's and the books' around it. */
    private static String reason(Throwable error) {
        return error.getCause() == null ? String.valueOf(error.getMessage()) : reason(error.getCause());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
