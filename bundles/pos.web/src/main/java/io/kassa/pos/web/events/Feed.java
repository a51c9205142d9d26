package io.kassa.pos.web.events;

import io.kassa.pos.host.common.Changes.Change;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.selling.RegisterView;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.web.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes events of changes, for one stream: remembers what was sent, and sends no register twice as it was. */
final class Feed {

    private final Map<String, byte[]> sent = new HashMap<>();
    private final Selling selling;
    private final JsonWriter json;

    Feed(Selling selling, JsonWriter json) {
        this.selling = selling;
        this.json = json;
    }

    Optional<byte[]> register(String id) {
        Result<RegisterView> view = selling.view(id);
        if (!(view instanceof Result.Ok<RegisterView> ok)) {
            return Optional.empty();
        }
        byte[] data = json.write(ok.value());
        byte[] before = sent.put(id, data);
        return Arrays.equals(before, data) ? Optional.empty() : Optional.of(event("register", data));
    }

    byte[] scan(Scan scan) {
        return event("scan", json.write(new ScanEvent(scan.register(), scan.code())));
    }

    byte[] change(Change change) {
        return event("change", json.write(change));
    }

    private static byte[] event(String name, byte[] line) {
        String head = "event: " + name + "\ndata: ";
        // JSON on one line: nothing in it can end the event early
        return (head + new String(line, StandardCharsets.UTF_8) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
