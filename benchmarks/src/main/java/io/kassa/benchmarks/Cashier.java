package io.kassa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** A cashier at register 1, by the till's API: one sale after the other, each paid with one receipt. */
final class Cashier implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REGISTER = "/api/registers/R1";

    private final RunningTill till;
    private final Wire wire;
    private String sale = "";
    private String attempt = "";
    private byte[] answer = {};

    Cashier(RunningTill till, Wire wire) {
        this.till = till;
        this.wire = wire;
    }

    /** Brings the till to the point where it waits for the code, and the customer to the point where it is shown. */
    void prepare() throws Exception {
        String code = till.pay();
        sale = post("/lines", Map.of("product", "gym-visit", "quantity", 1))
                .path("sale")
                .path("id")
                .asText();
        attempt = UUID.randomUUID().toString();
        post("/sales/" + sale + "/payments", Map.of("attempt", attempt, "method", "smartum"));
        answer = JSON.writeValueAsBytes(Map.of("step", "scan", "answer", Map.of("kind", "scanned", "code", code)));
    }

    /** From the request to the answer, in nanoseconds. */
    long scan() throws IOException {
        long begin = System.nanoTime();
        Wire.Answer view = wire.post(REGISTER + "/attempts/" + attempt + "/answers", answer);
        long took = System.nanoTime() - begin;
        if (JSON.readTree(view.body()).path("sale").path("left").path("minor").asLong(-1) != 0) {
            throw new IllegalStateException("not paid: " + view.status());
        }
        return took;
    }

    void complete() throws IOException {
        post("/sales/" + sale + "/completion", Map.of());
    }

    private JsonNode post(String path, Object body) throws IOException {
        Wire.Answer answer = wire.post(REGISTER + path, JSON.writeValueAsBytes(body));
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.status());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
