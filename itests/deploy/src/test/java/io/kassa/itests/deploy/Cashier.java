package io.kassa.itests.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.itests.deploy.TillApi.Answer;
import io.kassa.smartum.sandbox.Sandbox;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Sells at one register, takes Smartum, sometimes too much of it, and gives every other sale back. */
final class Cashier implements Runnable {

    private static final long PRICE = 1000;
    private static final long PATIENCE_MILLIS = 20_000;

    private final TillApi till;
    private final String register;
    private final Sandbox sandbox;
    private final Figures figures;
    private final BooleanSupplier open;
    private final Random random;

    Cashier(TillApi till, String register, Sandbox sandbox, Figures figures, BooleanSupplier open, long seed) {
        this.till = till;
        this.register = register;
        this.sandbox = sandbox;
        this.figures = figures;
        this.open = open;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (open.getAsBoolean()) {
            try {
                String sale = sell();
                figures.sales.add(sale);
                if (random.nextBoolean()) {
                    giveBack(sale);
                    figures.refunds.incrementAndGet();
                }
            } catch (AssertionError | RuntimeException failure) {
                figures.failures.add(register + ": " + failure);
                return;
            }
        }
    }

    private String sell() {
        JsonNode view = said(() -> till.post(at("/lines"), Map.of("product", "gym-visit", "quantity", 1)));
        String sale = view.at("/sale/id").asText();
        String attempt = UUID.randomUUID().toString();
        view = said(
                () -> till.post(at("/sales/" + sale + "/payments"), Map.of("attempt", attempt, "method", "smartum")));
        view = asked(view, "scanCode");
        boolean tooMuch = random.nextInt(4) == 0;
        String code = sandbox.pay(Sandbox.KAISLA, Shop.BENEFIT, tooMuch ? PRICE + 250 : PRICE)
                .text();
        pause();
        view = answer(view, attempt, Map.of("kind", "scanned", "code", code));
        if (tooMuch) {
            view = asked(view, "confirm");
            pause();
            view = answer(view, attempt, Map.of("kind", "confirmed"));
        }
        view = until(view, each -> each.path("attempt").isMissingNode());
        if (view.at("/sale/left/minor").asLong() != 0) {
            throw new AssertionError("still to pay: " + view.path("sale"));
        }
        said(() -> till.post(at("/sales/" + sale + "/completion"), ""));
        return sale;
    }

    private JsonNode answer(JsonNode view, String attempt, Map<String, String> answer) {
        String step = view.at("/attempt/step/name").asText();
        return said(() -> till.post(at("/attempts/" + attempt + "/answers"), Map.of("step", step, "answer", answer)));
    }

    private JsonNode asked(JsonNode view, String kind) {
        return until(view, each -> each.at("/attempt/step/kind").asText().equals(kind));
    }

    private void giveBack(String sale) {
        String refund = UUID.randomUUID().toString();
        String receipt = "/api/receipts/" + sale;
        JsonNode view = said(() ->
                till.post(receipt + "/refunds", Map.of("refund", refund, "lines", Map.of(), "methods", Map.of())));
        long since = System.nanoTime();
        while (!view.at("/refunds/0/state").asText().equals("DONE")) {
            JsonNode attempt = view.at("/refunds/0/attempt");
            String kind = attempt.at("/step/kind").asText();
            if (kind.equals("confirm")) {
                pause();
                Map<String, Object> yes =
                        Map.of("step", attempt.at("/step/name").asText(), "answer", Map.of("kind", "confirmed"));
                String id = attempt.path("id").asText();
                view = said(() -> till.post("/api/refunds/attempts/" + id + "/answers", yes));
                since = System.nanoTime();
            } else {
                troubled(view, attempt, since);
                sleep(10);
                view = said(() -> till.get(receipt));
            }
        }
        figures.waited(since);
    }

    private interface Wish {
        boolean isFulfilled(JsonNode view);
    }

    /** "One moment" may be seen, if it is a short one. */
    private JsonNode until(JsonNode first, Wish wish) {
        long since = System.nanoTime();
        JsonNode view = first;
        while (!wish.isFulfilled(view)) {
            troubled(view, view.path("attempt"), since);
            sleep(10);
            view = said(() -> till.get(at("")));
        }
        figures.waited(since);
        return view;
    }

    private static void troubled(JsonNode view, JsonNode attempt, long since) {
        boolean tooLong = System.nanoTime() - since > PATIENCE_MILLIS * 1_000_000;
        if (tooLong || attempt.has("problem") || attempt.has("ended")) {
            throw new AssertionError((tooLong ? "too long: " : "") + attempt + view.path("refunds"));
        }
    }

    private JsonNode said(Supplier<Answer> command) {
        long since = System.nanoTime();
        Answer answer = command.get();
        figures.waited(since);
        return TillApi.must(answer);
    }

    private String at(String path) {
        return "/api/registers/" + register + path;
    }

    private void pause() {
        sleep(random.nextInt(120));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
