package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.itests.crash.TillApi.Answer;
import io.kassa.itests.crash.Visit.Back;
import io.kassa.itests.crash.Visit.End;
import io.kassa.itests.crash.Visit.Payment;
import io.kassa.itests.crash.Visit.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever is at the counter: looks at what the till shows, and does the next thing for the customer. Keeps nothing in mind
 * that the screen does not show, so that going on after a crash is the same as going on.
 */
final class Cashier {

    private static final int MOST_STEPS = 400;
    private static final long PAUSE_MILLIS = 20;

    private final TillApi api;
    private final Provider provider;
    private final Memory memory;
    private final String register;
    private int refusals;
    private String last = "nothing";

    Cashier(TillApi api, Provider provider, Memory memory, String register) {
        this.api = api;
        this.provider = provider;
        this.memory = memory;
        this.register = register;
    }

    /** The till cannot know yet how a refund ended: some time has to pass. */
    static final class TimeMustPass extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void serve(Visit visit) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (sell(visit)) {
                for (; step < MOST_STEPS; step++) {
                    if (giveBack(visit)) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("no end comes of: " + visit + ", last shown " + last);
    }

    /** One thing more; true when the sale is closed. */
    private boolean sell(Visit visit) {
        JsonNode view = shown(api.get(at("")));
        if (view.isEmpty()) {
            return false;
        }
        JsonNode sale = view.path("sale");
        boolean open = sale.path("state").asText().equals("OPEN");
        if (!visit.sale.isEmpty() && !(open && sale.path("id").asText().equals(visit.sale))) {
            return true;
        }
        if (view.path("attempt").has("ended")) {
            shown(api.delete(at("/attempts/" + view.at("/attempt/id").asText())));
            return false;
        }
        if (view.has("attempt")) {
            answer(visit, view.path("attempt"));
            return false;
        }
        if (open) {
            visit.sale = sale.path("id").asText();
        }
        for (Map.Entry<String, Integer> item : visit.items.entrySet()) {
            int missing = item.getValue() - (open ? there(sale, item.getKey()) : 0);
            if (missing > 0) {
                JsonNode added = shown(api.post(at("/lines"), Map.of("product", item.getKey(), "quantity", missing)));
                visit.sale = added.at("/sale/id").asText(visit.sale);
                return false;
            }
        }
        for (Payment payment : visit.payments) {
            Optional<JsonNode> tender = tender(sale, payment.attempt);
            if (payment.takenOut && tender.isPresent()) {
                takeOut(visit, payment);
                return false;
            }
            if (payment.idAdded && tender.isPresent() && !tender.get().has("reference")) {
                addId(payment);
                return false;
            }
        }
        return pay(visit, view, sale) || close(visit, sale);
    }

    /** What a receipt paid stays. */
    private void takeOut(Visit visit, Payment payment) {
        payment.over = true;
        memory.takesOut(visit.sale, payment.attempt);
        Answer answer = api.delete(at("/sales/" + visit.sale + "/tenders/" + payment.attempt));
        boolean fixed = payment.way == Way.SCAN;
        if (fixed && answer.isGood()) {
            throw new AssertionError("what a receipt paid was taken out of " + visit + ": " + answer);
        }
        if (fixed && answer.status() == 409) {
            payment.takenOut = false;
            memory.stays(payment.attempt);
        } else {
            shown(answer);
        }
    }

    private void addId(Payment payment) {
        String transaction = paid(payment).transaction();
        Answer answer =
                api.post("/api/worklist/unverified/" + payment.attempt + "/verification", Map.of("id", transaction));
        if (shown(answer).path("confirmed").asBoolean()) {
            memory.identified(payment.attempt, transaction);
        } else if (answer.isGood() && ++refusals > 10) {
            throw new AssertionError("the id of a typed payment is not added: " + answer);
        }
    }

    private static int there(JsonNode sale, String product) {
        int quantity = 0;
        for (JsonNode line : sale.path("lines")) {
            quantity += line.path("product").asText().equals(product)
                    ? line.path("quantity").asInt()
                    : 0;
        }
        return quantity;
    }

    /** Begins the next payment. Never says that the sale is closed. */
    private boolean pay(Visit visit, JsonNode view, JsonNode sale) {
        for (Payment payment : visit.payments) {
            boolean left = sale.at("/left/minor").asLong() > 0;
            if (payment.over || has(sale, payment.attempt) || !left && visit.end == End.COMPLETE) {
                continue;
            }
            if (!left) {
                return false;
            }
            if (payment.way == Way.UNUSED) {
                return useUnused(visit, payment, view, sale);
            }
            String method = payment.way == Way.CASH || payment.way == Way.CARD
                    ? payment.way.name().toLowerCase(java.util.Locale.ROOT)
                    : "smartum";
            Optional<JsonNode> button = button(view, method);
            if (button.isPresent()
                    && button.get().at("/eligible/minor").asLong() == 0
                    && !button.get().path("ready").asBoolean()
                    && !method.equals("cash")
                    && isNothingPayable(button.get())) {
                payment.over = true;
                continue;
            }
            boolean before = memory.knows(payment.attempt);
            JsonNode begun = shown(api.post(
                    at("/sales/" + visit.sale + "/payments"), Map.of("attempt", payment.attempt, "method", method)));
            if (before && begun.has("attempt") && !begun.path("attempt").has("ended")) {
                throw new AssertionError(
                        "a payment that was under way was not gone on with, but begun again: " + begun);
            }
            boolean known = begun.has("attempt") || has(begun.path("sale"), payment.attempt);
            if (!known && !begun.isEmpty()) {
                // an attempt that ended without paying: the next one has an id of its own
                payment.over = payment.way == Way.GIVE_UP;
                payment.attempt = visit.id();
            }
            return false;
        }
        if (visit.end == End.COMPLETE && sale.at("/left/minor").asLong() > 0) {
            visit.pays(Way.CASH, 0);
        }
        return false;
    }

    private static boolean isNothingPayable(JsonNode button) {
        return button.at("/hint/code").asText().matches("hint\\.(no-more|nothing)-payable|hint\\.paid");
    }

    private static Optional<JsonNode> button(JsonNode view, String method) {
        for (JsonNode button : view.path("methods")) {
            if (button.path("id").asText().equals(method)) {
                return Optional.of(button);
            }
        }
        return Optional.empty();
    }

    private boolean useUnused(Visit visit, Payment payment, JsonNode view, JsonNode sale) {
        boolean used = false;
        for (JsonNode tender : sale.path("tenders")) {
            used |= tender.path("method").asText().equals("smartum");
        }
        if (used || view.path("unused").isEmpty()) {
            payment.over = true;
        } else {
            shown(api.post(
                    at("/sales/" + visit.sale + "/unused"),
                    Map.of("attempt", view.at("/unused/0/attempt").asText())));
        }
        return false;
    }

    private static boolean has(JsonNode sale, String attempt) {
        return tender(sale, attempt).isPresent();
    }

    private static Optional<JsonNode> tender(JsonNode sale, String attempt) {
        for (JsonNode tender : sale.path("tenders")) {
            if (tender.path("attempt").asText().equals(attempt)) {
                return Optional.of(tender);
            }
        }
        return Optional.empty();
    }

    private boolean close(Visit visit, JsonNode sale) {
        long left = sale.at("/left/minor").asLong();
        boolean waits = visit.payments.stream()
                .anyMatch(payment -> !payment.over && !has(sale, payment.attempt) && payment.way != Way.UNUSED);
        if (!sale.path("state").asText().equals("OPEN") || (waits && left > 0)) {
            return false;
        }
        if (visit.end == End.COMPLETE) {
            if (left == 0) {
                does(visit, "COMPLETED", api.post(at("/sales/" + visit.sale + "/completion"), ""));
            }
            return false;
        }
        Map<String, String> receipts = new HashMap<>();
        for (JsonNode tender : sale.path("tenders")) {
            if (tender.has("reference")) {
                receipts.put(tender.path("attempt").asText(), visit.end.name());
            }
        }
        does(visit, "CANCELLED", api.post(at("/sales/" + visit.sale + "/cancellation"), Map.of("receipts", receipts)));
        return false;
    }

    /** The till's word that it has closed a sale counts, also when nobody comes to look at the sale once more. */
    private void does(Visit visit, String state, Answer answer) {
        shown(answer);
        if (answer.isGood()) {
            memory.closed(visit.sale, state);
        }
    }

    private void answer(Visit visit, JsonNode attempt) {
        if (isWaiting(attempt)) {
            return;
        }
        String id = attempt.path("id").asText();
        Payment payment = visit.payments.stream()
                .filter(one -> id.equals(one.attempt))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody began " + attempt));
        if (attempt.has("problem") && ++refusals > 10) {
            throw new AssertionError(visit + " is refused: " + attempt);
        }
        Optional<Map<String, Object>> answer =
                answer(payment, attempt.at("/step/kind").asText(), attempt);
        if (answer.isEmpty()) {
            Java.pause(PAUSE_MILLIS);
            return;
        }
        Map<String, Object> said = new HashMap<>(answer.get());
        said.put("step", attempt.at("/step/name").asText());
        shown(api.post(at("/attempts/" + id + "/answers"), said));
    }

    /** One moment: after a start the plug-in comes a little later than the pages. */
    private static boolean isWaiting(JsonNode attempt) {
        boolean waiting = attempt.path("waiting").asBoolean();
        if (waiting) {
            Java.pause(5 * PAUSE_MILLIS);
        }
        return waiting;
    }

    private Optional<Map<String, Object>> answer(Payment payment, String step, JsonNode attempt) {
        return switch (step) {
            case "scanCode" ->
                Optional.of(
                        switch (payment.way) {
                            case GIVE_UP -> Map.of("answer", Map.of("kind", "cancelled"));
                            case TYPED ->
                                Map.of(
                                        "answer",
                                        Map.of("kind", "detoured", "id", "enter-number"),
                                        "reason",
                                        "the camera is broken");
                            default ->
                                Map.of(
                                        "answer",
                                        Map.of(
                                                "kind",
                                                "scanned",
                                                "code",
                                                paid(payment).code()));
                        });
            case "enterAmount" -> {
                long left = attempt.at("/amount/minor").asLong();
                long most = payment.way == Way.CASH || payment.way == Way.TYPED ? Long.MAX_VALUE : left;
                long cents = payment.cents == 0 ? left : Math.min(payment.cents, most);
                yield Optional.of(
                        Map.of("answer", Map.of("kind", "amount", "money", Map.of("minor", cents, "currency", "EUR"))));
            }
            case "confirm" -> Optional.of(Map.of("answer", Map.of("kind", "confirmed")));
            default -> Optional.empty();
        };
    }

    private Provider.Paid paid(Payment payment) {
        if (payment.paid.isEmpty()) {
            payment.paid = Optional.of(provider.pays(payment.cents));
        }
        return payment.paid.get();
    }

    /** One thing more; true when everything that was wanted back is back. */
    private boolean giveBack(Visit visit) {
        JsonNode view = shown(api.get("/api/receipts/" + visit.sale));
        if (view.isEmpty()) {
            return false;
        }
        for (JsonNode refund : view.path("refunds")) {
            if (refund.has("attempt")) {
                answerRefund(visit, refund.path("attempt"), view);
                return false;
            }
            if (refund.path("state").asText().equals("NOT_KNOWN_YET")) {
                awaitEnd(refund);
                return false;
            }
        }
        if (view.at("/sale/state").asText().equals("CANCELLED")) {
            return visit.end == End.KEEP || refundsUnused(visit, view);
        }
        return visit.back == Back.NOTHING || begins(visit, view);
    }

    private void awaitEnd(JsonNode refund) {
        for (JsonNode part : refund.path("parts")) {
            if (part.path("state").asText().equals("NOT_KNOWN_YET")) {
                Answer answer =
                        api.post("/api/refunds/attempts/" + part.path("attempt").asText() + "/inquiry", "");
                shown(answer);
            }
        }
        Java.pause(300);
        if (++refusals > 10) {
            throw new TimeMustPass();
        }
    }

    private boolean refundsUnused(Visit visit, JsonNode view) {
        JsonNode worklist = shown(api.get("/api/worklist"));
        if (worklist.isEmpty()) {
            return false;
        }
        boolean all = true;
        for (JsonNode one : worklist.path("unused")) {
            if (one.path("cancelledSale").asText().equals(visit.sale)) {
                all = false;
                shown(api.post(
                        "/api/unused/" + one.path("attempt").asText() + "/refunds", Map.of("refund", visit.id())));
            }
        }
        return all;
    }

    private boolean begins(Visit visit, JsonNode view) {
        boolean any = view.at("/surplus/minor").asLong() > 0;
        int line = 0;
        long most = 0;
        for (JsonNode one : view.path("refundable")) {
            long cents = one.at("/amount/minor").asLong();
            any |= cents > 0;
            if (most == 0 && cents > 0) {
                line = one.path("line").asInt();
                most = cents;
            }
        }
        for (JsonNode refund : view.path("refunds")) {
            String state = refund.path("state").asText();
            boolean ours = refund.path("id").asText().equals(visit.refund);
            if (ours && !state.equals("UNDER_WAY")) {
                visit.partDone |= !state.equals("NOTHING");
                visit.refund = "";
            }
        }
        if (!any || visit.back == Back.PART && visit.partDone) {
            return true;
        }
        if (visit.refund.isEmpty()) {
            visit.refund = visit.id();
        }
        Map<String, Object> lines = visit.back == Back.ALL
                ? Map.of()
                : Map.of(Integer.toString(line), Map.of("minor", Math.max(1, most * 3 / 10), "currency", "EUR"));
        shown(api.post(
                "/api/receipts/" + visit.sale + "/refunds",
                Map.of("refund", visit.refund, "lines", lines, "methods", Map.of())));
        return false;
    }

    private void answerRefund(Visit visit, JsonNode attempt, JsonNode view) {
        if (isWaiting(attempt)) {
            return;
        }
        if (attempt.has("problem") && ++refusals > 10) {
            throw new AssertionError("a refund of " + visit + " is refused: " + attempt);
        }
        String kind = attempt.at("/step/kind").asText();
        if (kind.isEmpty()) {
            Java.pause(PAUSE_MILLIS);
            return;
        }
        Map<String, Object> answer = kind.equals("enterText")
                ? Map.of("kind", "text", "text", shownOnThePhone(visit, attempt, view))
                : Map.of("kind", "confirmed");
        shown(api.post(
                "/api/refunds/attempts/" + attempt.path("id").asText() + "/answers",
                Map.of("step", attempt.at("/step/name").asText(), "answer", answer)));
    }

    /** The id of a payment that was typed: the customer has really paid it, and reads it from the app. */
    private String shownOnThePhone(Visit visit, JsonNode attempt, JsonNode view) {
        for (JsonNode refund : view.path("refunds")) {
            for (JsonNode part : refund.path("parts")) {
                if (part.path("attempt").equals(attempt.path("id"))) {
                    return visit.payments.stream()
                            .filter(one ->
                                    one.attempt.equals(part.path("payment").asText()))
                            .findFirst()
                            .map(one -> paid(one).transaction())
                            .orElseThrow();
                }
            }
        }
        throw new AssertionError("a refund of nothing: " + attempt);
    }

    private String at(String path) {
        return "/api/registers/" + register + path;
    }

    /** What the till showed; an empty object for a refusal, which whoever looks again may understand. */
    private JsonNode shown(Answer answer) {
        if (answer.isGood()) {
            memory.shown(answer.json());
            last = answer.json().path("sale") + " " + answer.json().path("attempt") + " "
                    + answer.json().path("refunds");
            return answer.json();
        }
        if (answer.status() != 404 && ++refusals > 100) {
            throw new AssertionError("refused again and again: " + answer);
        }
        Java.pause(answer.status() >= 500 ? 10 * PAUSE_MILLIS : PAUSE_MILLIS);
        return TillApi.JSON.createObjectNode();
    }
}
