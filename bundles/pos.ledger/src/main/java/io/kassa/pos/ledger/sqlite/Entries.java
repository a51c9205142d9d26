package io.kassa.pos.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names in a folder, and what stands behind each: moving, erasing or replacing a file changes the folder's own times, of which
 * nobody can set one (ctime). exFAT of older kernels changes the other one alone (mtime); where a file system tells no time, every
 * look may find a change.
 */
final class Entries {

    /** Longer than any file system takes to tell two changes apart. */
    private static final Duration CERTAIN = Duration.ofSeconds(3);

    private final Path folder;
    private final InstantSource clock;
    private final boolean tells;
    /** As they were when nobody had changed them for so long that the next change shows. */
    private Optional<Map<String, Object>> settled = Optional.empty();

    Entries(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.tells = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** Looks, unless nothing changed since somebody looked and found nothing wrong. */
    void ifChanged(Runnable look) {
        Optional<Map<String, Object>> now = now();
        if (now.isPresent() && now.equals(settled)) {
            return;
        }
        settled = Optional.empty();
        look.run();
        settled = now.filter(this::isCertain);
    }

    /** The next one looks in any case. */
    void doubt() {
        settled = Optional.empty();
    }

    private boolean isCertain(Map<String, Object> attributes) {
        Instant certain = clock.instant().minus(CERTAIN);
        return Stream.of("ctime", "lastModifiedTime")
                .map(name -> ((FileTime) attributes.get(name)).toInstant())
                .allMatch(changed -> changed.isAfter(Instant.EPOCH) && changed.isBefore(certain));
    }

    private Optional<Map<String, Object>> now() {
        try {
            return tells
                    ? Optional.of(Files.readAttributes(folder, "unix:ctime,lastModifiedTime,ino,dev"))
                    : Optional.empty();
        } catch (IOException e) {
            // whoever looks finds out what it is
            return Optional.empty();
        }
    }
}
