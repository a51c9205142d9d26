package io.kassa.pos.host.model;

import io.kassa.pos.host.model.ModelBooks.Paying;
import io.kassa.pos.host.model.ModelSale.Part;
import io.kassa.pos.host.model.ModelSale.Tender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The books as they must be: sales, payments, who holds which receipt, what went back. */
final class ModelBooks {

    /** A payment under way in the model. */
    static final class Paying {
        final String attempt;
        final String method;
        final long eligible;
        String step;
        boolean vouched;
        Optional<String> transaction = Optional.empty();

        Paying(String attempt, String method, long eligible) {
            this.attempt = attempt;
            this.method = method;
            this.eligible = eligible;
            this.step = method.equals("wallet") ? "scan" : "amount";
        }
    }

    final Bank bank = new Bank();
    /** Every receipt that the bank gave out. */
    final List<String> transactions = new ArrayList<>();

    final Map<String, ModelSale> open = new HashMap<>();
    final List<ModelSale> closed = new ArrayList<>();
    final Map<String, Paying> paying = new HashMap<>();
    /** Cancelled payments that pay nothing yet. */
    final Map<String, ModelSale> unused = new LinkedHashMap<>();
    /** Receipts whose money goes back, or went, after a cancelled sale. */
    final Set<String> goneBack = new TreeSet<>();
    /** Which payment holds each receipt. */
    final Map<String, String> claims = new TreeMap<>();
    /** What was typed for parts of refunds of payments that had been typed. */
    final Map<String, String> named = new HashMap<>();

    static Set<Integer> lines(ModelSale sale, String method) {
        return method.equals("wallet") ? sale.labelled() : new TreeSet<>(sale.lines.keySet());
    }

    /** What a method could pay now; zero when its button cannot be pressed. */
    static long payable(ModelSale sale, String method) {
        return sale.lines.isEmpty() || sale.left() <= 0 ? 0 : sale.eligible(lines(sale, method));
    }

    /** Whether a refund that names this receipt is not known yet. */
    boolean isSentBack(String id) {
        return closed.stream()
                .flatMap(sale -> sale.parts().stream())
                .anyMatch(part -> part.state.equals("UNKNOWN")
                        && named.getOrDefault(part.attempt, "").equals(id));
    }

    /** Whether a part names a receipt of which nothing is left: its money went back after a cancelled sale, or may have. */
    boolean hasGoneBack(Part part) {
        String id = named.getOrDefault(part.attempt, "");
        boolean sent = closed.stream()
                .flatMap(sale -> sale.parts().stream())
                .anyMatch(other -> other.state.equals("UNKNOWN")
                        && other.of.transaction.filter(id::equals).isPresent());
        return part.of.transaction.isEmpty()
                && goneBack.contains(id)
                && (sent || part.cents > bank.paid(id).orElse(0L) - bank.refunded(id));
    }

    void book(String register, Paying now, long tendered, Optional<String> transaction) {
        ModelSale sale = open.get(register);
        long applied = Math.min(tendered, now.eligible);
        sale.tenders.add(new Tender(
                now.attempt,
                now.method,
                tendered,
                applied,
                now.method.equals("cash") ? tendered - applied : 0,
                now.method.equals("wallet") ? Optional.of(sale.labelled()) : Optional.empty(),
                now.vouched,
                transaction));
        paying.remove(register);
    }

    void close(ModelSale sale, String state) {
        sale.state = state;
        open.remove(sale.register);
        closed.add(sale);
    }

    /** A payment that was typed is known by its receipt from now on: a cancelled sale that had it too has nothing to use any more. */
    void learn(Part part, String id) {
        if (part.of.transaction.isEmpty()) {
            part.of.transaction = Optional.of(id);
            claims.put(id, part.of.attempt);
            unused.entrySet().removeIf(one -> one.getValue().holds(one.getKey(), id));
        }
    }

    void ended(ModelSale sale, Part part, String state) {
        part.state = state;
        if (state.equals("REFUNDED")) {
            part.of.refunded += part.cents;
        }
        if (!part.isPending()) {
            part.of.pending = 0;
        }
        if (sale.state.equals("CANCELLED") && state.equals("CANCELLED")) {
            unused.put(part.of.attempt, sale);
            goneBack.remove(part.of.transaction.orElseThrow());
        }
        sale.refunds.values().stream()
                .filter(parts -> parts.contains(part))
                .forEach(parts -> parts.stream()
                        .filter(one -> one.state.equals("WAITING"))
                        .findFirst()
                        .filter(next -> parts.stream().noneMatch(one -> one.state.equals("OPEN")))
                        .ifPresent(next -> next.state = "OPEN"));
    }

    void known(ModelSale sale, Part part) {
        ended(sale, part, "REFUNDED");
        learn(part, part.of.transaction.orElseGet(() -> named.get(part.attempt)));
    }
}
