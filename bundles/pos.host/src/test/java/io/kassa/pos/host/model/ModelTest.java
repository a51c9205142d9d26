package io.kassa.pos.host.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random operations on the real till, on its real books, and on a model of them that anybody can check by reading it. */
class ModelTest {

    private static final int LENGTH = 250;
    private static final int THREADS = Integer.getInteger("model.threads", 2);
    private static final int MOST_SHRINKING = 400;

    private final AtomicLong done = new AtomicLong();

    @Test
    void theTillDoesWhatTheModelDoes() throws InterruptedException {
        long operations = Long.getLong("model.operations", 4_000);
        long given = Long.getLong("model.seed", 0);
        long seed = given == 0 ? System.nanoTime() & 0xffffff : given;
        System.out.println(
                "model: " + operations + " operations, seed " + seed + " (again: -Dmodel.seed=" + seed + ")");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Optional<String>>> all = new ArrayList<>();
            for (long run = 0; run < (operations + LENGTH - 1) / LENGTH; run++) {
                long own = seed * 1_000_003 + run;
                all.add(threads.submit(() -> run(own)));
            }
            for (Future<Optional<String>> one : all) {
                Optional<String> broken = one.get();
                assertThat(broken).as("seed " + seed + ", after " + done).isEmpty();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed, e.getCause());
        } finally {
            threads.shutdownNow();
        }
        assertThat(done.get()).as("seed " + seed).isGreaterThanOrEqualTo(operations);
    }

    /** What was found, told in as few steps as it takes. */
    private Optional<String> run(long seed) {
        List<Op> ops = Op.any(seed, LENGTH);
        Optional<String> first = story(ops);
        if (first.isEmpty()) {
            done.addAndGet(LENGTH);
            return Optional.empty();
        }
        // what does not go wrong a second time went wrong all the same
        return story(shrunk(ops)).or(() -> first);
    }

    /** Leaves out whatever can be left out, in smaller and smaller pieces, and it still goes wrong. */
    private static List<Op> shrunk(List<Op> ops) {
        List<Op> best = ops;
        int tries = 0;
        for (int size = ops.size() / 2; size > 0; size /= 2) {
            for (int from = 0; from < best.size() && tries < MOST_SHRINKING; tries++) {
                List<Op> fewer = new ArrayList<>(best);
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                if (story(fewer).isPresent()) {
                    best = fewer;
                } else {
                    from += size;
                }
            }
        }
        return best;
    }

    /** Empty when all goes well. */
    private static Optional<String> story(List<Op> ops) {
        Path folder = folder();
        try (Run run = new Run(folder)) {
            try {
                for (int i = 0; i < ops.size(); i++) {
                    run.apply(ops.get(i));
                    if (i % 10 == 9) {
                        run.compareAll();
                    }
                }
                run.compareAll();
                return Optional.empty();
            } catch (AssertionError | RuntimeException e) {
                return Optional.of(String.join("\n", run.done()) + "\n" + e + " at "
                        + List.of(e.getStackTrace()).subList(0, Math.min(4, e.getStackTrace().length)));
            }
        } finally {
            clear(folder);
        }
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
