package io.kassa.pos.host.till;

import io.kassa.pos.host.method.Patience;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.SchemaPart;
import io.kassa.pos.ledger.Work;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Books that know who is inside a work. It may be undone and done again, and others wait for its end: no method is called there,
 * neither by that thread itself nor by one that it waits for.
 */
final class WatchedBooks implements Books {

    private final Books books;
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
    private final List<String> found = new CopyOnWriteArrayList<>();

    WatchedBooks(Books books) {
        this.books = books;
    }

    /** A method is called. */
    void called(String how) {
        if (inside.stream().anyMatch(WatchedBooks::calls)) {
            found.add(how);
        }
    }

    /** What was called inside a work. */
    List<String> found() {
        return List.copyOf(found);
    }

    private static boolean calls(Thread thread) {
        return thread == Thread.currentThread()
                || Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(Patience.class.getName()));
    }

    @Override
    public <T> T read(Work<T> work) {
        return books.read(watched(work));
    }

    @Override
    public <T> T write(Work<T> work) {
        return books.write(watched(work));
    }

    private <T> Work<T> watched(Work<T> work) {
        return tx -> {
            boolean outermost = inside.add(Thread.currentThread());
            try {
                return work.in(tx);
            } finally {
                if (outermost) {
                    inside.remove(Thread.currentThread());
                }
            }
        };
    }

    @Override
    public void install(SchemaPart part) {
        books.install(part);
    }
}
