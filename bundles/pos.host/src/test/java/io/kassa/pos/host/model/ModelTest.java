package io.kassa.pos.host.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.model.Story.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Random operations on the real till, on its real books, and on a model of them that anybody can check by reading it. */
class ModelTest {

    private static final int LENGTH = 250;
    private static final int THREADS = Integer.getInteger("model.threads", 2);

    private final Story story = new Story(run -> {});
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong effective = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicBoolean found = new AtomicBoolean();

    /** What could not be done to anything at that moment, and what had to be refused, is not counted as done. */
    @Test
    void theTillDoesWhatTheModelDoes() throws InterruptedException {
        long operations = Long.getLong("model.operations", 2_000);
        long given = Long.getLong("model.seed", 0);
        long seed = given == 0 ? System.nanoTime() & 0xffffff : given;
        System.out.println(
                "model: " + operations + " operations, seed " + seed + " (again: -Dmodel.seed=" + seed + ")");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Optional<String>>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(threads.submit(() -> runUntil(operations, seed)));
            }
            for (Future<Optional<String>> one : all) {
                Optional<String> broken = one.get();
                assertThat(broken).as("seed " + seed + ", after " + effective).isEmpty();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed, e.getCause());
        } finally {
            threads.shutdownNow();
        }
        long idle = runs.get() * LENGTH - effective.get() - refused.get();
        System.out.println("model: " + effective + " operations done, " + refused + " more refused as they must be, "
                + idle + " more with nothing to do them to, seed " + seed);
        assertThat(effective.get()).as("seed " + seed).isGreaterThanOrEqualTo(operations);
    }

    private Optional<String> runUntil(long operations, long seed) {
        while (effective.get() < operations && !found.get()) {
            Optional<String> broken = run(seed * 1_000_003 + runs.getAndIncrement());
            if (broken.isPresent()) {
                found.set(true); // nobody needs to look for more
                return broken;
            }
        }
        return Optional.empty();
    }

    /** What was found, told in as few steps as it takes. */
    private Optional<String> run(long seed) {
        List<Op> ops = Op.any(seed, LENGTH);
        Told first = story.told(ops);
        if (first.broken().isEmpty()) {
            effective.addAndGet(first.effective());
            refused.addAndGet(first.refused());
            return Optional.empty();
        }
        // what does not go wrong a second time went wrong all the same
        return story.told(story.shrunk(ops)).broken().or(first::broken);
    }
}
