package io.kassa.pos.host.till;

import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.CommitUnknownException;
import io.kassa.pos.ledger.SchemaPart;
import io.kassa.pos.ledger.Work;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.Optional;

/** Books of which a write fails when a test says so. */
public final class FailingBooks implements Books {

    enum Failure {
        /** Nothing was stored. */
        UNAVAILABLE,
        /** It was stored, and nobody was told. */
        COMMIT_UNKNOWN,
        /** As before, and nothing can be read or written until they are back. */
        COMMIT_UNKNOWN_AND_AWAY,
        /** It was not stored, nobody was told, and they are away as well. */
        COMMIT_LOST_AND_AWAY
    }

    private final Books books;
    private int after = -1;
    private boolean away;
    private Failure failure = Failure.UNAVAILABLE;
    private Optional<Runnable> afterwards = Optional.empty();
    private Optional<Runnable> meanwhile = Optional.empty();

    FailingBooks(Books books) {
        this.books = books;
    }

    /** The next write finds the books away. */
    public void failOnce() {
        fail(Failure.UNAVAILABLE, 0);
    }

    /** That many writes succeed, and the next finds the books away. */
    public void failAfter(int goodWrites) {
        fail(Failure.UNAVAILABLE, goodWrites);
    }

    /** @param goodWrites how many writes succeed before the one that fails */
    void fail(Failure how, int goodWrites) {
        failure = how;
        after = goodWrites;
    }

    /** Until it is called again with false, nothing can be read or written. */
    public void away(boolean isSo) {
        away = isSo;
    }

    @Override
    public <T> T read(Work<T> work) {
        if (away) {
            throw new LedgerUnavailableException("the disk is gone", new IllegalStateException("gone"));
        }
        T answer = books.read(work);
        Optional<Runnable> next = afterwards;
        afterwards = Optional.empty();
        next.ifPresent(Runnable::run);
        return answer;
    }

    /** Somebody writes just after the next reading, once. */
    public void afterReading(Runnable somebody) {
        afterwards = Optional.of(somebody);
    }

    /** Somebody writes just before the next write, once. */
    public void meanwhile(Runnable somebody) {
        meanwhile = Optional.of(somebody);
    }

    @Override
    public <T> T write(Work<T> work) {
        Optional<Runnable> first = meanwhile;
        meanwhile = Optional.empty();
        first.ifPresent(Runnable::run);
        if (!away && after-- != 0) {
            return books.write(work);
        }
        if (!away && failure != Failure.UNAVAILABLE) {
            if (failure != Failure.COMMIT_LOST_AND_AWAY) {
                books.write(work);
            }
            away = failure != Failure.COMMIT_UNKNOWN;
            throw new CommitUnknownException(new IllegalStateException("the line was cut"));
        }
        throw new LedgerUnavailableException("the disk is full", new IllegalStateException("full"));
    }

    @Override
    public void install(SchemaPart part) {
        books.install(part);
    }
}
