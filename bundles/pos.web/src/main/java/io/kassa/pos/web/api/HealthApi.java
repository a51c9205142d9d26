package io.kassa.pos.web.api;

import io.kassa.pos.host.health.Health;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** How the till is: in full for admins, and in a word for whoever watches over it on this machine. */
public final class HealthApi {

    private static final int OK = 200;
    private static final int NOT_OK = 503;

    private final Health health;

    public HealthApi(Health health) {
        this.health = health;
    }

    Reply health(Call call) throws Refused {
        Set<String> tags = new HashSet<>(call.queries("tag"));
        tags.add(Health.SHALLOW);
        return Reply.ok(health.look(tags));
    }

    /** Asks providers as well, which is why it takes a page of ours. */
    Reply test(Call call) throws Refused {
        return Reply.ok(health.look(new HashSet<>(call.queries("tag"))));
    }

    Reply alive(Call call) {
        boolean alive = health.look(Set.of(Health.LIVE)).stream().noneMatch(note -> note.severity() == Severity.ERROR);
        return new Reply.Raw(
                alive ? OK : NOT_OK,
                "text/plain;charset=utf-8",
                (alive ? "ok\n" : "not ok\n").getBytes(StandardCharsets.US_ASCII));
    }
}
