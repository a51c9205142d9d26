package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A register at which a gym visit of 10.00 is being sold, and somebody scans what the customer shows. */
final class Counter {

    private static final int TRIES = 600;

    private final TillApi api;
    private final String path;
    private JsonNode view;

    Counter(TillApi api, String register) {
        this.api = api;
        this.path = "/api/registers/" + register;
    }

    /**
     * What the till made of a scan.
     *
     * @param sale the sale at this register
     * @param paid whether the receipt pays it
     * @param reason the stable code of the refusal; empty when it was paid
     * @param words what the cashier reads of that, in English
     */
    record Scan(String sale, boolean paid, String reason, String words) {

        /** Whether the cashier was told that another sale has the receipt, and which. */
        boolean isToldThatItPaid(String winner) {
            return (reason.equals("receipt.used") || reason.equals("reference-used")) && words.contains(winner);
        }
    }

    /** Puts the visit into a sale, presses the method, and comes to the point where the till asks for the code. */
    Counter asksFor(String method) {
        view = api.get(path).must();
        if (view.at("/attempt/id").isMissingNode()) {
            if (!view.at("/sale/state").asText().equals("OPEN")) {
                view = api.post(path + "/lines", Map.of("product", "gym-visit", "quantity", 1))
                        .must();
            }
            awaitReady(method);
            view = api.post(
                            path + "/sales/" + sale() + "/payments",
                            Map.of("attempt", UUID.randomUUID().toString(), "method", method))
                    .must();
        }
        settle();
        if (!view.at("/attempt/step/name").asText().equals("scan")) {
            throw new AssertionError("does not ask for the code: " + view);
        }
        return this;
    }

    Counter looks() {
        view = api.get(path).must();
        return this;
    }

    Scan scans(String code) {
        answer(Map.of("kind", "scanned", "code", code));
        boolean paid = view.at("/attempt/id").isMissingNode();
        JsonNode problem = view.at("/attempt/problem/happened");
        long left = view.at("/sale/left/minor").asLong(-1);
        if (paid != (left == 0) || paid == !problem.isMissingNode()) {
            throw new AssertionError("neither paid nor refused: " + view);
        }
        return new Scan(
                sale(),
                paid,
                problem.path("code").asText(),
                problem.at("/texts/en").asText());
    }

    void answer(Map<String, Object> answer) {
        answer(answer, Map.of());
    }

    private void answer(Map<String, Object> answer, Map<String, Object> more) {
        Map<String, Object> said = new HashMap<>(more);
        said.put("step", step());
        said.put("answer", answer);
        view = api.post(path + "/attempts/" + view.at("/attempt/id").asText() + "/answers", said)
                .must();
        settle();
    }

    /** Without a receipt, as the cashier vouches for it; the attempt. */
    String entersNumber(long cents, String reason) {
        String attempt = view.at("/attempt/id").asText();
        answer(Map.of("kind", "detoured", "id", "enter-number"), Map.of("reason", reason));
        answer(Map.of("kind", "amount", "money", Map.of("minor", cents, "currency", "EUR")));
        return attempt;
    }

    /** What is asked. */
    String step() {
        return view.at("/attempt/step/name").asText();
    }

    /** Ends the payment that is under way; the sale goes on. */
    Counter givesUp() {
        answer(Map.of("kind", "cancelled"));
        return this;
    }

    void completes() {
        view = api.post(path + "/sales/" + sale() + "/completion", "").must();
    }

    /** Ends the sale; what was paid stays on the list of payments that are not used. */
    void cancelsAndKeeps() {
        Map<String, String> receipts = new HashMap<>();
        view.at("/sale/tenders")
                .forEach(tender -> receipts.put(tender.path("attempt").asText(), "KEEP"));
        view = api.post(path + "/sales/" + sale() + "/cancellation", Map.of("receipts", receipts))
                .must();
    }

    String sale() {
        return view.at("/sale/id").asText();
    }

    /** After a start the plug-in comes a little later than the pages. */
    private void awaitReady(String method) {
        for (int tries = 0; !isReady(method); tries++) {
            if (tries == TRIES) {
                throw new AssertionError("not ready: " + method + ", " + view);
            }
            Java.pause(20);
            view = api.get(path).must();
        }
    }

    private boolean isReady(String method) {
        for (JsonNode button : view.path("methods")) {
            if (button.path("id").asText().equals(method)) {
                return button.path("ready").asBoolean();
            }
        }
        return false;
    }

    /** While the plug-in takes its time the till says "one moment". */
    private void settle() {
        for (int tries = 0; view.at("/attempt/waiting").asBoolean(); tries++) {
            if (tries == TRIES) {
                throw new AssertionError("no answer comes: " + view);
            }
            Java.pause(20);
            view = api.get(path).must();
        }
    }
}
