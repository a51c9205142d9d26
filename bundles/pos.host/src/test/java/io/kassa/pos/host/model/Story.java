package io.kassa.pos.host.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Operations told from the beginning, to a new till and a new model of it. */
final class Story {

    private static final int MOST_SHRINKING = 400;

    private final Consumer<Run> afterEach;

    /** @param afterEach what happens to the till after each operation, behind the model's back */
    Story(Consumer<Run> afterEach) {
        this.afterEach = afterEach;
    }

    /**
     * How it went.
     *
     * @param broken what was found, as a person can read it; empty when all went well
     */
    record Told(long effective, long refused, Optional<String> broken) {}

    Told told(List<Op> ops) {
        Path folder = folder();
        try (Run run = new Run(folder)) {
            return told(run, ops);
        } finally {
            clear(folder);
        }
    }

    private Told told(Run run, List<Op> ops) {
        Optional<String> broken = Optional.empty();
        try {
            for (int i = 0; i < ops.size(); i++) {
                run.apply(ops.get(i));
                afterEach.accept(run);
                if (i % 10 == 9) {
                    run.compareAll();
                }
            }
            run.compareAll();
        } catch (AssertionError | RuntimeException e) {
            broken = Optional.of(String.join("\n", run.done()) + "\n" + e + " at "
                    + List.of(e.getStackTrace()).subList(0, Math.min(4, e.getStackTrace().length)));
        }
        return new Told(run.effective(), run.refused(), broken);
    }

    /** Leaves out whatever can be left out, in smaller and smaller pieces, and it still goes wrong. */
    List<Op> shrunk(List<Op> ops) {
        List<Op> best = ops;
        int tries = 0;
        for (int size = ops.size() / 2; size > 0; size /= 2) {
            for (int from = 0; from < best.size() && tries < MOST_SHRINKING; tries++) {
                List<Op> fewer = new ArrayList<>(best);
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                if (told(fewer).broken().isPresent()) {
                    best = fewer;
                } else {
                    from += size;
                }
            }
        }
        return best;
    }

    /** In memory where there is such a folder: nothing here is about the disk. */
    private static Path folder() {
        try {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "kassa-model")
                    : Files.createTempDirectory("kassa-model");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
