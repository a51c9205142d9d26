package io.kassa.smartum.core.contract;

import io.kassa.smartum.core.contract.Contract.NotAContract;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the text of one contract file over what is known already, and collects everything that is wrong with it. */
final class ContractFile {
    private static final String NAME = "contract.name";
    private static final int LONGEST = 32_768;
    private static final List<Set<Term>> APART = List.of(group("CLAIM_"), group("STATUS_"), group("LOOKUP_"));

    private final String source;
    private final Map<Term, String> terms = new EnumMap<>(Term.class);
    private final List<String> problems = new ArrayList<>();

    ContractFile(String source, Map<Term, String> base) {
        this.source = source;
        terms.putAll(base);
    }

    Contract read(String text) throws NotAContract {
        Map<String, String> lines = lines(text);
        String name = lines.getOrDefault(NAME, "");
        if (name.isEmpty()) {
            problems.add(NAME + " is missing: say which documentation this follows");
        }
        lines.remove(NAME);
        for (Term term : Term.values()) {
            accept(term, lines);
        }
        lines.keySet().forEach(key -> problems.add(key + " is not a term of the contract"));
        APART.forEach(this::keepApart);
        if (!problems.isEmpty()) {
            throw new NotAContract(problems);
        }
        return new Contract(name, source, terms);
    }

    private Map<String, String> lines(String text) throws NotAContract {
        if (text.length() > LONGEST) {
            throw new NotAContract(List.of("longer than " + LONGEST + " characters"));
        }
        Lines properties = new Lines();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new NotAContract(List.of("not a properties file: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.repeated.forEach(key -> problems.add(key + " is given twice"));
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key, key -> properties.getProperty(key).strip()));
    }

    private void accept(Term term, Map<String, String> lines) {
        String value = lines.remove(term.key());
        if (value == null) {
            if (!terms.containsKey(term)) {
                problems.add(term.key() + " is missing");
            }
        } else if (term.form().fits(value)) {
            terms.put(term, value);
        } else {
            problems.add(term.key() + " must be " + term.form().description());
        }
    }

    private void keepApart(Set<Term> group) {
        Set<String> seen = new HashSet<>();
        for (Term term : group) {
            if (!seen.add(terms.getOrDefault(term, term.key()))) {
                problems.add(term.key() + " has the same name as another term of its group");
            }
        }
    }

    private static Set<Term> group(String prefix) {
        Set<Term> terms = new TreeSet<>();
        for (Term term : Term.values()) {
            if (term.name().startsWith(prefix) && term.form() == Form.NAME) {
                terms.add(term);
            }
        }
        return terms;
    }

    /** Plain Properties let the last of two equal lines win in silence. */
    private static final class Lines extends Properties {
        private static final long serialVersionUID = 1L;
        private final Set<Object> repeated = new TreeSet<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                repeated.add(key);
            }
            return super.put(key, value);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
