package io.kassa.pos.host.method;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls plug-ins on threads of its own, so that none holds up the till for longer than the patience it declared, whatever it
 * does. What a plug-in throws is logged by its type and place alone: its message may quote what a customer showed.
 */
public final class Patience implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final int MOST_CALLS = 64;
    private static final Duration GRACE = Duration.ofMillis(500);

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_CALLS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    public <T> Called<T> call(Duration patience, Callable<T> work) {
        Future<T> future;
        try {
            future = threads.submit(work);
        } catch (RejectedExecutionException e) {
            LOG.error("{} calls on plug-ins hang; no more are made", MOST_CALLS);
            return new Called.Failed<>(false);
        }
        try {
            return new Called.Answered<>(future.get(patience.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            future.cancel(true);
            LOG.error("A plug-in overran its patience of {}", patience);
            return new Called.Failed<>(false);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return new Called.Failed<>(false);
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private static <T> Called<T> failed(Throwable cause) {
        if (cause instanceof LedgerUnavailableException) {
            return new Called.BooksAway<>();
        }
        StackTraceElement[] trace = cause.getStackTrace();
        LOG.error("A plug-in threw {} at {}", cause.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return new Called.Failed<>(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plug-in call " + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
