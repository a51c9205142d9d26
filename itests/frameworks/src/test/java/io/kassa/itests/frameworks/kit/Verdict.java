package io.kassa.itests.frameworks.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a rule of the kit fared, written in the framework and read outside of it, line by line. */
record Verdict(String rule, End end, String why) {

    enum End {
        KEPT,
        SKIPPED,
        FAILED
    }

    static String name(Class<?> contract, String rule) {
        return contract.getSimpleName() + "." + rule;
    }

    void append(Path report) {
        String line = rule + " " + end + " " + URLEncoder.encode(why, StandardCharsets.UTF_8) + "\n";
        try {
            Files.writeString(report, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Verdict> read(Path report) throws IOException {
        Map<String, Verdict> all = new HashMap<>();
        for (String line : Files.readAllLines(report)) {
            List<String> parts = List.of(line.split(" ", 3));
            all.put(
                    parts.get(0),
                    new Verdict(
                            parts.get(0),
                            End.valueOf(parts.get(1)),
                            URLDecoder.decode(parts.get(2), StandardCharsets.UTF_8)));
        }
        return all;
    }
}
