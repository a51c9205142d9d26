package io.kassa.smartum.sandbox.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What everything is called on the wire: one word for each {@link Term}. The sandbox has its own copy, so that it and a
 * plug-in cannot simply agree with each other.
 */
public final class Contract {
    private final Map<Term, String> words;

    private Contract(Map<Term, String> words) {
        this.words = words;
    }

    /** The names as they are known or assumed today. */
    public static Contract standard() {
        return resource("standard.properties");
    }

    /** A contract in which every name differs from {@link #standard()}. */
    public static Contract renamed() {
        return resource("renamed.properties");
    }

    /** Reads a properties file that names every term once; throws {@link IllegalArgumentException} when it does not. */
    public static Contract of(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String word(Term term) {
        return words.get(term);
    }

    private static Contract resource(String name) {
        try (InputStream in = Contract.class.getResourceAsStream(name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract read(Reader reader) throws IOException {
        Properties file = new Properties();
        file.load(reader);
        Map<Term, String> words = new EnumMap<>(Term.class);
        List<String> missing = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(file.stringPropertyNames());
        for (Term term : Term.values()) {
            String word = file.getProperty(term.key(), "").strip();
            unknown.remove(term.key());
            if (word.isEmpty()) {
                missing.add(term.key());
            }
            words.put(term, word);
        }
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalArgumentException("contract file: missing " + missing + ", unknown " + unknown);
        }
        return new Contract(words);
    }
}
