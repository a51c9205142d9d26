package io.kassa.pos.host.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The kinds of plug-ins that are there; of several versions the one that came last. */
public final class PlugIns {

    private final List<PlugIn> all = new CopyOnWriteArrayList<>();

    /** Running the result takes it away again. */
    public Runnable add(PlugIn plugIn) {
        all.add(0, plugIn);
        return () -> all.removeIf(one -> one == plugIn);
    }

    public Optional<PlugIn> find(String factoryPid) {
        return all.stream().filter(one -> one.factoryPid().equals(factoryPid)).findFirst();
    }

    public List<PlugIn> all() {
        return all.stream()
                .map(PlugIn::factoryPid)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
