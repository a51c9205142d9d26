package io.kassa.pos.web.api;

import io.kassa.pos.web.events.EventStreams;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refusal;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.util.LinkedHashSet;
import java.util.Set;

/** Opens a browser's stream of what changes. */
public final class EventsApi {

    private final EventStreams streams;

    public EventsApi(EventStreams streams) {
        this.streams = streams;
    }

    Reply open(Call call) throws Refused {
        Set<String> registers = new LinkedHashSet<>();
        for (String id : call.queries("register")) {
            registers.add(call.register(id));
        }
        if (streams.isFull()) {
            throw new Refused(Refusal.BUSY);
        }
        streams.open(call.request(), call.session().orElseThrow(), registers);
        return new Reply.Taken();
    }
}
