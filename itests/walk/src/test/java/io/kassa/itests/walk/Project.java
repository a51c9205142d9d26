package io.kassa.itests.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie. */
final class Project {
    private static final Path ROOM = Path.of("").toAbsolutePath();

    private Project() {}

    /** The folder of {@code ./pos}. */
    static Path top() {
        return ROOM.getParent().getParent();
    }

    static Path screenshots() {
        return made(ROOM.resolve("target/screenshots"));
    }

    /** A fresh folder for one test class. */
    static Path scratch(String name) {
        try {
            return Files.createTempDirectory(made(ROOM.resolve("target/walk")), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
