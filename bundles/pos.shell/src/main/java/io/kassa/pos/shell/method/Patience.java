package io.kassa.pos.shell.method;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls methods on threads of their own: one that breaks its word (rule P7) must not take the till with it. */
public final class Patience implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "shell-method");
        thread.setDaemon(true);
        return thread;
    });

    /** The method threw, or took longer than it said; what it did is not known. */
    public static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        FailedException(Throwable cause) {
            super(cause);
        }
    }

    /** @throws LedgerUnavailableException when the method could not write the books */
    public <T> T call(Offer offer, Callable<T> work) throws FailedException {
        Future<T> call = threads.submit(work);
        try {
            return call.get(offer.info().patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LedgerUnavailableException books) {
                throw books;
            }
            throw new FailedException(e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new FailedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel(true);
            throw new FailedException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
