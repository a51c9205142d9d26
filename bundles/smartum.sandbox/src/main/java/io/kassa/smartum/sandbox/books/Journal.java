package io.kassa.smartum.sandbox.books;

import java.util.List;

/** Where events are kept. An event that {@link #append} has taken is there after a crash. */
public interface Journal extends AutoCloseable {

    /** What has happened so far, oldest first. */
    List<Event> read();

    void append(Event event);

    @Override
    void close();

    /** Forgets everything with the process. */
    static Journal inMemory() {
        return new Journal() {
            @Override
            public List<Event> read() {
                return List.of();
            }

            @Override
            public void append(Event event) {
                // the books themselves are all the memory there is
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
