package io.kassa.itests.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of docs/ARCHITECTURE.md: what each bundle may use beside the JDK and itself. */
final class RoomsPage {

    private static final Path PAGE = Path.of("../../docs/ARCHITECTURE.md");
    private static final Pattern ROW = Pattern.compile("\\| `bundles/([a-z.]+)` \\|.*\\| ([^|]*) \\|");

    /** What a word of the table stands for, as the packages that its classes are in. */
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("JDK", Set.of()),
            Map.entry("OSGi", Set.of("org.osgi")),
            Map.entry("OSGi's annotations", Set.of("org.osgi.annotation")),
            Map.entry("SLF4J", Set.of("org.slf4j")),
            Map.entry("JUnit", Set.of("org.junit")),
            Map.entry("JDBC drivers with a pool", Set.of("org.sqlite", "org.postgresql", "com.zaxxer.hikari")),
            Map.entry("Felix health checks", Set.of("org.apache.felix.hc.api")),
            Map.entry("Gogo", Set.of("org.apache.felix.service.command")),
            Map.entry("zxing", Set.of("com.google.zxing")),
            Map.entry("BoofCV with its matrices", Set.of("boofcv", "georegression", "org.ejml", "org.ddogleg")),
            Map.entry("Jackson", Set.of("com.fasterxml.jackson")),
            Map.entry("Jackson's streams", Set.of("com.fasterxml.jackson.core")),
            Map.entry("jSerialComm", Set.of("com.fazecast.jSerialComm")),
            Map.entry("servlet", Set.of("jakarta.servlet")),
            Map.entry("Prometheus' client", Set.of("io.prometheus.metrics")),
            Map.entry("jose4j", Set.of("org.jose4j")));

    private RoomsPage() {}

    /** Each room, by the package it is named after, with the packages that it may use. */
    static Map<String, Set<String>> rooms() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        for (String line : lines()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rooms.put("io.kassa." + row.group(1), packages(row.group(2)));
            }
        }
        return rooms;
    }

    /** @param cell with remarks in brackets, which say nothing about packages */
    private static Set<String> packages(String cell) {
        Set<String> packages = new TreeSet<>();
        Stream.of(cell.replaceAll(" \\([^)]*\\)", "").split(", ")).forEach(word -> packages.addAll(meaning(word)));
        return packages;
    }

    private static Set<String> meaning(String word) {
        if (word.matches("(pos|smartum)\\.[a-z.]+")) {
            return Set.of("io.kassa." + word);
        }
        if (!WORDS.containsKey(word)) {
            throw new IllegalStateException("The table of the rooms says a word that nobody knows here: " + word);
        }
        return WORDS.get(word);
    }

    private static Iterable<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
