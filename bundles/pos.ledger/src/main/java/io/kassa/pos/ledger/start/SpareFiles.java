package io.kassa.pos.ledger.start;

import io.kassa.pos.ledger.Audit;
import io.kassa.pos.ledger.Books;
import io.kassa.pos.ledger.Claims;
import io.kassa.pos.ledger.SpareBooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Spare books in a folder of their own, never flushed; what a crash left there is erased when the next are opened. */
final class SpareFiles implements SpareBooks {

    private final Path folder;
    private final Clock clock;

    SpareFiles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Opened open() {
        erase(folder);
        return new Spare(folder, Ledger.passing(folder, clock));
    }

    private record Spare(Path folder, Ledger ledger) implements Opened {

        @Override
        public Books books() {
            return ledger.books();
        }

        @Override
        public Claims claims() {
            return ledger.claims();
        }

        @Override
        public Audit audit() {
            return ledger.audit();
        }

        @Override
        public void close() {
            ledger.close();
            erase(folder);
        }
    }

    private static void erase(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Spare books could not be erased", e);
        }
    }
}
