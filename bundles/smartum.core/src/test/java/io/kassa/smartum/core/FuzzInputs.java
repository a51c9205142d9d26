package io.kassa.smartum.core;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What a fuzzer is given to begin with, a file an input, and what it found before, a line an input: tried again in every build.
 */
public final class FuzzInputs {
    private static final String FOUND = "found.base64";

    private FuzzInputs() {}

    public static Stream<Arguments> of(Class<?> target) throws IOException {
        Path folder = Path.of("src/test/resources/fuzz", target.getSimpleName());
        try (Stream<Path> files = Files.list(folder)) {
            Stream<Arguments> given = files.filter(file -> !file.endsWith(FOUND)).sorted().toList().stream()
                    .map(file -> arguments(file.getFileName().toString(), bytes(file)));
            return Stream.concat(given, found(folder.resolve(FOUND)));
        }
    }

    private static Stream<Arguments> found(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return IntStream.range(0, lines.size())
                .mapToObj(i ->
                        arguments("found, line " + (i + 1), Base64.getDecoder().decode(lines.get(i))));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
