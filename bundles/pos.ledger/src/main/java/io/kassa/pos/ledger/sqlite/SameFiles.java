package io.kassa.pos.ledger.sqlite;

import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether the books and their log are still the files that were opened. Whoever has a file open writes on into it when it was
 * moved, erased or replaced, and whatever is acknowledged then is gone with the next start. SQLite does not look.
 */
final class SameFiles {

    private record Seen(Object key, long size) {}

    private final Map<Path, Seen> seen = new HashMap<>();
    private final Path books;
    private final Path log;
    private final Entries entries;

    /** As they are now. */
    SameFiles(Path books) {
        this(books, InstantSource.system());
    }

    /** @param clock the machine's, which stamps folders */
    SameFiles(Path books, InstantSource clock) {
        this.books = books;
        this.log = SqliteFile.beside(books, "-wal");
        this.entries = new Entries(log.toAbsolutePath().getParent(), clock);
        for (Path file : List.of(books, log)) {
            seen.put(file, look(file));
        }
    }

    /** Call before each commit, by whoever writes. The log may become shorter: whoever has the books open empties it. */
    void check() {
        check(books);
        // on Linux each write of a file that was looked at changes its times, which the flush then writes, too: what
        // the
        // log is, is asked only when something in its folder changed
        entries.ifChanged(() -> check(log));
    }

    /** The same without a complaint, and without trusting the folder: now and then, for whatever it does not tell. */
    boolean areSame() {
        entries.doubt();
        try {
            check();
            return true;
        } catch (LedgerUnavailableException e) {
            return false;
        }
    }

    private void check(Path file) {
        Seen before = seen.get(file);
        Seen now = look(file);
        if (!Objects.equals(before.key(), now.key())) {
            throw new LedgerUnavailableException(
                    file + " is not the file that was opened: it was moved or replaced while the till was running."
                            + " Put it back, or stop the till and put the wanted file there"
                            + SqliteFaults.WITHOUT_LOG,
                    null);
        }
        if (now.size() < before.size() && file.equals(books)) {
            throw new LedgerUnavailableException(
                    file + " was cut off while the till was running. Stop the till and put the newest backup there"
                            + SqliteFaults.WITHOUT_LOG,
                    null);
        }
        seen.put(file, now);
    }

    private static Seen look(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Seen(now.fileKey(), now.size());
        } catch (IOException e) {
            throw new LedgerUnavailableException(
                    file + " is gone. Put it back, or stop the till and put the newest backup there"
                            + SqliteFaults.WITHOUT_LOG,
                    e);
        }
    }
}
