package io.kassa.pos.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests put what outlives them: below what a build makes, and not among the machine's temporary files. */
final class Scratch {

    private Scratch() {}

    static Path file(String name) throws IOException {
        return Files.createTempFile(folder(), name, ".jar");
    }

    static Path folder(String name) throws IOException {
        return Files.createTempDirectory(folder(), name);
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target/scratch").toAbsolutePath());
    }
}
