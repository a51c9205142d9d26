package io.kassa.pos.host.start;

import io.kassa.pos.host.refund.FollowUps;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the till ask by itself what is not known, as long as it runs; intervals are monotonic. */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long PAUSE_SECONDS = 1;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "till-follow-up");
        made.setDaemon(true);
        return made;
    });

    Rounds(FollowUps followUps) {
        thread.scheduleWithFixedDelay(() -> run(followUps), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private static void run(FollowUps followUps) {
        try {
            followUps.run();
        } catch (RuntimeException e) {
            // the next round tries again
            LOG.warn("A round of questions failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
