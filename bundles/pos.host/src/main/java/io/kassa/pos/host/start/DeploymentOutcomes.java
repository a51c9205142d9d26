package io.kassa.pos.host.start;

import io.kassa.pos.deploy.DeploymentListener;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.host.events.Outcomes;
import io.kassa.pos.host.events.Stopwatch;
import io.kassa.pos.host.outcomes.Occurrence.Ended;
import io.kassa.pos.host.outcomes.Occurrence.Kind;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells how deployments ended, and how long the switch took from the moment when the new version was being started. */
final class DeploymentOutcomes implements DeploymentListener {

    private final Outcomes outcomes;
    private final Map<String, Stopwatch> switching = new ConcurrentHashMap<>();

    DeploymentOutcomes(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void happened(HistoryEntry entry, Optional<HistoryEntry> ranBefore) {
        if (entry.event() == HistoryEntry.Event.SWITCHING) {
            switching.put(entry.plugIn(), new Stopwatch());
            return;
        }
        // what is refused ends no switch: it may be written while another version is being tried out
        Optional<Stopwatch> begun = entry.event() == HistoryEntry.Event.REFUSED
                ? Optional.empty()
                : Optional.ofNullable(switching.remove(entry.plugIn()));
        if (entry.event() == HistoryEntry.Event.RUNS && begun.isEmpty()) {
            // nobody deployed it: it came with the till, and the history begins with it
            return;
        }
        outcomes.tell(new Ended(
                Kind.DEPLOYMENT,
                entry.version().isEmpty() ? entry.plugIn() : entry.plugIn() + "@" + entry.version(),
                Ended.NONE,
                entry.event().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                entry.why().map(Message::code).orElse(Ended.NONE),
                begun.map(Stopwatch::read).orElse(Duration.ZERO)));
    }
}
