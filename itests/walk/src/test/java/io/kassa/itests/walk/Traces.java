package io.kassa.itests.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a secret where it must not be: as it is, and in Base64. */
final class Traces {
    private final List<String> spellings;
    private final List<String> found = new ArrayList<>();

    Traces(String secret) {
        String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        // the end of a Base64 text depends on what follows it
        this.spellings = List.of(secret, base64.substring(0, base64.length() - 4));
    }

    void lookAt(String place, String text) {
        if (spellings.stream().anyMatch(text::contains)) {
            found.add(place);
        }
    }

    /** In every file of a folder, whatever its kind, except those below another. */
    void lookIn(Path folder, Path except) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(except))
                    .forEach(file -> lookAt(folder.relativize(file).toString(), bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places where it was. */
    List<String> found() {
        return found;
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return ""; // a file of the moment, gone again
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
