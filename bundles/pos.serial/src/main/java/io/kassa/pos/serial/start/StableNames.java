package io.kassa.pos.serial.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The names by which Linux knows devices wherever they are plugged in: links to the names of today. */
record StableNames(Path folder) {

    static final StableNames OF_LINUX = new StableNames(Path.of("/dev/serial/by-id"));

    /** The lasting name of a device, or the one of today where it has no other. */
    String of(String path) {
        if (!Files.isDirectory(folder)) {
            return path;
        }
        try (Stream<Path> links = Files.list(folder)) {
            return links.filter(link -> leadsTo(link, path))
                    .map(Path::toString)
                    .sorted()
                    .findFirst()
                    .orElse(path);
        } catch (IOException unplugged) {
            return path;
        }
    }

    private static boolean leadsTo(Path link, String path) {
        try {
            return link.toRealPath().toString().equals(path);
        } catch (IOException unplugged) {
            return false;
        }
    }
}
