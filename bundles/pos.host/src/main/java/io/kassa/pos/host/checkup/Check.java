package io.kassa.pos.host.checkup;

import io.kassa.pos.host.health.Health;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One check: its name, its tags, and what it finds. */
public record Check(String name, List<String> tags, Function<Notes, List<Health.Note>> work) {

    static Check of(String name, Function<Notes, List<Health.Note>> work, String... tags) {
        return new Check(name, List.of(tags), work);
    }

    boolean carries(Set<String> wanted) {
        return tags.containsAll(wanted);
    }
}
