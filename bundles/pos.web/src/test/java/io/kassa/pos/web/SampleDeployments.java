package io.kassa.pos.web;

import io.kassa.pos.deploy.Deployed;
import io.kassa.pos.deploy.DeploymentListener;
import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.spi.text.Guidance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A desk that takes what it is given, writes down what that was, and refuses what is called so. */
final class SampleDeployments implements Deployments {

    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Are told of what runs, as the real desk tells them. */
    final List<DeploymentListener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public List<Deployed> running() {
        return List.of((Deployed) Samples.of(Deployed.class));
    }

    @Override
    public List<HistoryEntry> history() {
        return List.of((HistoryEntry) Samples.of(HistoryEntry.class));
    }

    @Override
    public Outcome deploy(InputStream artefact, String fileName, String by) {
        try {
            asked.add(by + " " + fileName + " " + artefact.readAllBytes().length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcome(fileName, by);
    }

    @Override
    public Optional<Guidance> examine(InputStream artefact) {
        return Optional.empty();
    }

    @Override
    public Outcome rollBack(String plugIn, String by) {
        asked.add(by + " back " + plugIn);
        return outcome(plugIn, by);
    }

    private Outcome outcome(String name, String by) {
        if (name.startsWith("refused")) {
            return new Outcome.Refused((Guidance) Samples.of(Guidance.class));
        }
        HistoryEntry runs =
                new HistoryEntry(Instant.EPOCH, HistoryEntry.Event.RUNS, name, "1.1.0", "ab12", by, Optional.empty());
        listeners.forEach(listener -> listener.happened(runs, Optional.empty()));
        return new Outcome.Runs(name, "1.1.0");
    }
}
