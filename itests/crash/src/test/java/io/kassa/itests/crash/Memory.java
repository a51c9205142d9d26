package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the till acknowledged to the harness: it was shown, so it must be there for ever. Nobody takes a piece out of a sale here, and
 * a payment only by saying so before; what was closed or came to an end stays so.
 */
final class Memory {

    private static final Set<String> ENDS = Set.of("REFUNDED", "DECLINED", "CANCELLED");

    private final Map<String, String> sales = new HashMap<>();
    private final Map<Facts.Place, Long> pieces = new HashMap<>();
    private final Map<String, Long> tendered = new HashMap<>();
    private final Map<String, String> identified = new HashMap<>();
    private final Map<String, Leaving> leaving = new HashMap<>();
    private final Map<String, Boolean> paying = new HashMap<>();
    private final Map<String, Part> parts = new HashMap<>();

    /** A payment that is taken out of an open sale, and whether the sale was shown without it. */
    private record Leaving(String sale, boolean gone) {}

    /** A part of a refund, as it was shown last. */
    private record Part(long cents, String state) {}

    /** A register or a receipt as the till showed it. */
    synchronized void shown(JsonNode view) {
        JsonNode sale = view.path("sale");
        String id = sale.path("id").asText();
        if (!id.isEmpty()) {
            sales.merge(id, sale.path("state").asText(), (before, now) -> before.equals("OPEN") ? now : before);
        }
        for (JsonNode line : sale.path("lines")) {
            pieces.merge(
                    new Facts.Place(id, line.path("number").asLong()),
                    line.path("quantity").asLong(),
                    Math::max);
        }
        for (JsonNode tender : sale.path("tenders")) {
            tendered.put(
                    tender.path("attempt").asText(),
                    tender.path("tendered").path("minor").asLong());
        }
        leaving.replaceAll((attempt, one) -> new Leaving(
                one.sale(),
                one.gone() || one.sale().equals(id) && !attempts(sale).contains(attempt)));
        if (view.has("attempt")) {
            paying.merge(view.at("/attempt/id").asText(), view.path("attempt").has("ended"), Boolean::logicalOr);
        }
        for (JsonNode refund : view.path("refunds")) {
            for (JsonNode part : refund.path("parts")) {
                parts.merge(
                        part.path("attempt").asText(),
                        new Part(
                                part.path("amount").path("minor").asLong(),
                                part.path("state").asText()),
                        (before, now) -> ENDS.contains(before.state()) ? before : now);
            }
        }
    }

    private static Set<String> attempts(JsonNode sale) {
        Set<String> attempts = new HashSet<>();
        sale.path("tenders")
                .forEach(tender -> attempts.add(tender.path("attempt").asText()));
        return attempts;
    }

    /** From now on it may be gone, and must be when the sale is shown without it. */
    synchronized void takesOut(String sale, String attempt) {
        leaving.putIfAbsent(attempt, new Leaving(sale, false));
    }

    /** The till refused to take it out. */
    synchronized void stays(String attempt) {
        leaving.remove(attempt);
    }

    /** The till said that it had compared a typed payment, and that it is this transaction. */
    synchronized void identified(String attempt, String transaction) {
        identified.put(attempt, transaction);
    }

    /** The till said that it had done this to a sale, whatever it showed besides. */
    synchronized void closed(String sale, String state) {
        sales.put(sale, state);
    }

    /** Whether a payment was shown, under way or at its end. */
    synchronized boolean knows(String attempt) {
        return paying.containsKey(attempt) || tendered.containsKey(attempt);
    }

    int sales() {
        return (int)
                sales.values().stream().filter(state -> !state.equals("OPEN")).count();
    }

    int refunds() {
        return (int) parts.values().stream()
                .filter(part -> part.state().equals("REFUNDED"))
                .count();
    }

    synchronized List<String> lost(Facts facts) {
        List<String> lost = new ArrayList<>();
        sales.forEach((sale, state) -> {
            Facts.Sale there = facts.sales().get(sale);
            if (there == null || !state.equals("OPEN") && !there.state().equals(state)) {
                lost.add("acknowledged as " + state + ": " + sale + ", and now " + there);
            }
        });
        pieces.forEach((place, quantity) -> {
            Facts.Line there = facts.lines().get(place);
            if (there == null || there.quantity() < quantity) {
                lost.add(quantity + " acknowledged at " + place + ", and now " + there);
            }
        });
        tendered.forEach((attempt, cents) -> {
            Facts.Tender there = facts.tenders().get(attempt);
            if (there == null || there.tendered() != cents) {
                lost.add("an acknowledged payment of " + cents + ": " + attempt + ", and now " + there);
            }
        });
        tendered.keySet().forEach(attempt -> {
            Facts.Tender there = facts.tenders().get(attempt);
            boolean left = there != null && there.removed();
            Facts.Sale sale = there == null ? null : facts.sales().get(there.sale());
            boolean cancelled = sale != null && sale.state().equals("CANCELLED");
            if (leaving.containsKey(attempt) && leaving.get(attempt).gone() && there != null && !left) {
                lost.add("taken out, and there again: " + there);
            }
            if (left && !leaving.containsKey(attempt) && !cancelled) {
                lost.add("nobody took it out: " + there);
            }
        });
        identified.forEach((attempt, transaction) -> {
            Facts.Tender there = facts.tenders().get(attempt);
            if (there == null || !there.transaction().equals(Optional.of(transaction))) {
                lost.add("acknowledged as " + transaction + ": " + attempt + ", and now " + there);
            }
        });
        paying.forEach((attempt, ended) -> {
            Facts.Attempt there = facts.attempts().get(attempt);
            boolean paid = there != null && there.state().equals("PAID");
            if (there == null
                    || !there.kind().equals("PAYMENT")
                    || ended && there.state().equals("OPEN")
                    || paid && !facts.tenders().containsKey(attempt)) {
                lost.add("a payment that was " + (ended ? "at its end" : "under way") + ": " + attempt + ", and now "
                        + there);
            }
        });
        parts.forEach((attempt, part) -> {
            Facts.Attempt there = facts.attempts().get(attempt);
            if (there == null
                    || !there.kind().equals("REFUND")
                    || there.due() != part.cents()
                    || ENDS.contains(part.state()) && !there.state().equals(part.state())) {
                lost.add("an acknowledged refund, " + part + ": " + attempt + ", and now " + there);
            }
        });
        return lost;
    }
}
