package io.kassa.pos.web.login;

import io.kassa.pos.host.people.Pairings;
import io.kassa.pos.host.selling.Selling;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which registers a browser stands at. In the demo a browser on this machine stands at all of them. */
public final class Browsers {

    private final Pairings pairings;
    private final Selling selling;
    private final boolean demo;

    public Browsers(Pairings pairings, Selling selling, boolean demo) {
        this.pairings = pairings;
        this.selling = selling;
        this.demo = demo;
    }

    public List<Selling.Place> registers(Optional<String> browser, boolean loopback) {
        if (demo && loopback) {
            return selling.registers();
        }
        Set<String> paired = browser.map(pairings::of).orElse(Set.of());
        return paired.isEmpty()
                ? List.of()
                : selling.registers().stream()
                        .filter(place -> paired.contains(place.id()))
                        .toList();
    }
}
