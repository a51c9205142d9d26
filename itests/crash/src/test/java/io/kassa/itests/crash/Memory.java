package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the till acknowledged to the harness: it was shown, so it must be there for ever. */
final class Memory {

    private final Map<String, String> closed = new HashMap<>();
    private final Map<String, Long> tendered = new HashMap<>();
    private final Map<String, Long> refunded = new HashMap<>();

    /** A register or a receipt as the till showed it. */
    synchronized void shown(JsonNode view) {
        JsonNode sale = view.path("sale");
        String state = sale.path("state").asText();
        if (!state.isEmpty() && !state.equals("OPEN")) {
            closed.put(sale.path("id").asText(), state);
        }
        for (JsonNode tender : sale.path("tenders")) {
            tendered.put(
                    tender.path("attempt").asText(),
                    tender.path("tendered").path("minor").asLong());
        }
        for (JsonNode refund : view.path("refunds")) {
            for (JsonNode part : refund.path("parts")) {
                if (part.path("state").asText().equals("REFUNDED")) {
                    refunded.put(
                            part.path("attempt").asText(),
                            part.path("amount").path("minor").asLong());
                }
            }
        }
    }

    synchronized void cancelled(String sale) {
        closed.put(sale, "CANCELLED");
    }

    int sales() {
        return closed.size();
    }

    int refunds() {
        return refunded.size();
    }

    List<String> lost(Facts facts) {
        List<String> lost = new ArrayList<>();
        closed.forEach((sale, state) -> {
            Facts.Sale there = facts.sales().get(sale);
            if (there == null || !there.state().equals(state)) {
                lost.add("acknowledged as " + state + ": " + sale + ", and now " + there);
            }
        });
        tendered.forEach((attempt, cents) -> {
            Facts.Tender there = facts.tenders().get(attempt);
            if (there == null || there.tendered() != cents) {
                lost.add("an acknowledged payment of " + cents + ": " + attempt + ", and now " + there);
            }
        });
        refunded.forEach((attempt, cents) -> {
            Facts.Attempt there = facts.attempts().get(attempt);
            if (there == null || !there.state().equals("REFUNDED") || there.due() != cents) {
                lost.add("an acknowledged refund of " + cents + ": " + attempt + ", and now " + there);
            }
        });
        return lost;
    }
}
