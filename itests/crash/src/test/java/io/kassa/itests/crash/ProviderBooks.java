package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The provider's books, added up from its journal without its code.
 *
 * @param paid transaction to cents
 * @param refunded transaction to cents that went back
 */
record ProviderBooks(Map<String, Long> paid, Map<String, Long> refunded) {

    static ProviderBooks read(Path journal) {
        Map<String, Long> paid = new HashMap<>();
        Map<String, Long> refunded = new HashMap<>();
        try {
            String text = Files.readString(journal);
            // a line that is being written just now is not there yet
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                JsonNode event = TillApi.JSON.readTree(line);
                switch (event.path("event").asText()) {
                    case "paid" ->
                        paid.put(
                                event.path("id").asText(),
                                event.path("order").path("cents").asLong());
                    case "refunded" ->
                        refunded.merge(
                                event.path("refund").path("payment").asText(),
                                event.path("refund").path("cents").asLong(),
                                Long::sum);
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProviderBooks(paid, refunded);
    }

    long refunded(String transaction) {
        return refunded.getOrDefault(transaction, 0L);
    }
}
