package io.kassa.smartum.core.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The one place for what is assumed about the provider's names and paths. The shipped assumptions stand in
 * {@code shipped.properties} beside this class; who has the provider's real documentation writes a file with the lines that
 * differ, and no Java.
 */
public final class Contract {
    private static final String SHIPPED = "shipped";

    private final String name;
    private final String source;
    private final Map<Term, String> terms;

    Contract(String name, String source, Map<Term, String> terms) {
        this.name = name;
        this.source = source;
        this.terms = Map.copyOf(terms);
    }

    /** The contract that comes with the product. */
    public static Contract shipped() {
        try (InputStream resource = Contract.class.getResourceAsStream("shipped.properties")) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new ContractFile(SHIPPED, Map.of()).read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotAContract e) {
            throw new IllegalStateException("the shipped contract is broken", e);
        }
    }

    /**
     * This contract with the lines of a file laid over it.
     *
     * @param source where the text came from, as a person should read it
     * @throws NotAContract with every problem of the text at once
     */
    public Contract overlaid(String source, String text) throws NotAContract {
        return new ContractFile(source, terms).read(text);
    }

    /** This contract, where the provider does not offer what the term is about. */
    public Contract without(Term term) {
        Map<Term, String> fewer = new EnumMap<>(terms);
        fewer.put(term, "");
        return new Contract(name, source, fewer);
    }

    /** What the contract calls itself. */
    public String name() {
        return name;
    }

    /** Where it was read from: "shipped" or the file. */
    public String source() {
        return source;
    }

    /** Whether nobody has corrected it. */
    public boolean isShipped() {
        return source.equals(SHIPPED);
    }

    public String get(Term term) {
        return terms.get(term);
    }

    /** The names of a term that holds several. */
    public List<String> names(Term term) {
        return Arrays.stream(get(term).split(",")).map(String::strip).toList();
    }

    @Override
    public String toString() {
        return name + " (" + source + ")";
    }

    /** A contract file that cannot be used; the problems are in plain English. */
    public static final class NotAContract extends Exception {
        private static final long serialVersionUID = 1L;
        private final List<String> problems;

        NotAContract(List<String> problems) {
            super(String.join("; ", problems));
            this.problems = List.copyOf(problems);
        }

        public List<String> problems() {
            return problems;
        }
    }
}
