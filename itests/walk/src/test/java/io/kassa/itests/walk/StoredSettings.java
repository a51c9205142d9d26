package io.kassa.itests.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file that keeps Smartum's settings, in the hands of somebody who edits it while the till is off. */
record StoredSettings(Path file) {

    static StoredSettings of(TillProcess till) {
        try (Stream<Path> files = Files.walk(till.data().resolve("config"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains("smartumVenueId"))
                    .findFirst()
                    .map(StoredSettings::new)
                    .orElseThrow(() -> new AssertionError("nothing is configured"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replace(String old, String now) {
        String settings = read(file);
        if (!settings.contains(old)) {
            throw new AssertionError(old + " is not in " + file);
        }
        try {
            Files.writeString(file, settings.replace(old, now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
