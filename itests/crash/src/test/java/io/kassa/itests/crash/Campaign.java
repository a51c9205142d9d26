package io.kassa.itests.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Many kills in several shops at a time. Up to two thirds of them cut the flows of a shop at their steps, each step once; the rest
 * is seeded: anybody's visit, trouble at the provider, killed at a step, at some moment, or while it recovers.
 */
final class Campaign {

    private static final int SHARE_OF_STEPS = 3;

    /** For a step that was there when the steps were counted and not when it was to be cut. */
    private static final int TRIES = 6;

    private static final int WALKS = 3;

    private final String name;
    private final int wanted;
    private final long seed;
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger sales = new AtomicInteger();
    private final AtomicInteger refunds = new AtomicInteger();
    private final Set<Cut> reached = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<List<Cut>> cuts = new CompletableFuture<>();
    private volatile boolean failed;

    /** Opens a shop. */
    interface Opening {
        Lane open(Path folder, Path agent, long seed, List<String> options);
    }

    /** One flow, cut at one step. */
    private record Cut(int story, Kill kill) {
        @Override
        public String toString() {
            return Stories.story(story, 0) + ": " + kill;
        }
    }

    private Campaign(String name, int wanted, long seed) {
        this.name = name;
        this.wanted = wanted;
        this.seed = seed;
    }

    static Campaign of(String name, int kills) {
        return new Campaign(name, kills, seed());
    }

    /** That of {@code crash.seed}, or another each time. */
    static long seed() {
        long given = Long.getLong("crash.seed", 0);
        return given == 0 ? System.nanoTime() & 0xffffff : given;
    }

    int kills() {
        return kills.get();
    }

    /** The named steps at which nothing was killed. */
    List<String> missed() {
        return cuts.join().stream()
                .filter(cut -> !reached.contains(cut))
                .map(Cut::toString)
                .toList();
    }

    Campaign on(Path folder, Opening opening) {
        return on(folder, Math.max(1, Integer.getInteger("soak.threads", 2)), opening);
    }

    Campaign on(Path folder, int lanes, Opening opening) {
        System.out.println(name + ": " + wanted + " kills, seed " + seed + " (again: -Dcrash.seed=" + seed + ")");
        Path agent = Agent.jar(folder);
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                int number = lane;
                all.add(threads.submit(() -> run(folder.resolve("lane-" + number), agent, opening, number, lanes)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(
                    name + ", seed " + seed + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        System.out.println(
                name + ": " + kills + " kills, " + sales + " closed sales, " + refunds + " refunds, seed " + seed);
        System.out.println(
                name + ": cut at " + reached.size() + " of " + cuts.join().size() + " named steps");
        return this;
    }

    private void run(Path folder, Path agent, Opening opening, int number, int lanes) {
        Random random = new Random(seed * 31 + number);
        int share = (wanted + lanes - 1) / lanes;
        try (Lane lane = opening.open(folder, agent, random.nextLong(), List.of())) {
            if (number == 0) {
                cuts.complete(cuts(lane));
            }
            List<Cut> all = cuts.join();
            for (int i = number;
                    i < all.size() && lane.kills() < share * (SHARE_OF_STEPS - 1) / SHARE_OF_STEPS;
                    i += lanes) {
                cut(all.get(i), lane, random);
            }
            while (lane.kills() < share - 1 && !failed) {
                surprise(lane, new Random(random.nextLong()));
            }
            lane.finish();
            kills.addAndGet(lane.kills());
            sales.addAndGet(lane.memory().sales());
            refunds.addAndGet(lane.memory().refunds());
        } catch (AssertionError | RuntimeException e) {
            failed = true;
            cuts.completeExceptionally(e);
            throw e;
        }
    }

    private void cut(Cut cut, Lane lane, Random random) {
        for (int tries = 0; tries < TRIES && !reached.contains(cut); tries++) {
            before(cut.story(), lane, random);
            tell(lane, Stories.story(cut.story(), random.nextLong()), cut.kill());
            if (lane.struck()) {
                reached.add(cut);
            }
        }
        if (!reached.contains(cut)) {
            System.out.println(name + ": never came to a step that was counted: " + cut);
        }
    }

    /** Those that are there each time: now and then the till does something of its own meanwhile. */
    private Lane.Steps steps(int story, Lane lane) {
        return IntStream.range(0, WALKS)
                .mapToObj(walk -> lane.walk(Stories.story(story, seed + walk * Stories.COUNT + story)))
                .reduce(Lane.Steps::fewest)
                .orElseThrow();
    }

    /** Every step of every flow, in the seed's order: of the till, and of the server beneath it. */
    private List<Cut> cuts(Lane lane) {
        List<Cut> cuts = new ArrayList<>();
        for (int story = 0; story < Stories.COUNT; story++) {
            Lane.Steps steps = steps(story, lane);
            for (String when : List.of("before", "after")) {
                for (int n = 1; n <= steps.commits(); n++) {
                    cuts.add(new Cut(story, Kill.commit(when, n)));
                }
                for (int n = 1; n <= steps.requests(); n++) {
                    cuts.add(new Cut(story, Kill.request(when, n)));
                }
            }
        }
        if (cuts.stream().noneMatch(cut -> cut.kill().kind() == Kill.Kind.COMMIT)) {
            throw new AssertionError("nobody counted the commits");
        }
        if (lane.hasServer()) {
            List.copyOf(cuts)
                    .forEach(cut -> cuts.add(new Cut(cut.story(), cut.kill().ofTheServer())));
        }
        Collections.shuffle(cuts, new Random(seed));
        return cuts;
    }

    /** A receipt that is used again has to be left behind first. */
    private void before(int story, Lane lane, Random random) {
        if (story == Stories.USES_A_KEPT_RECEIPT) {
            tell(lane, Stories.story(Stories.KEEPS_A_RECEIPT, random.nextLong()));
        }
    }

    private void surprise(Lane lane, Random random) {
        Visit visit = Stories.any(random.nextLong());
        if (random.nextInt(3) > 0) {
            visit.trouble = Optional.of(Trouble.any(random));
        }
        List<Kill> kills = new ArrayList<>();
        kills.add(any(random, 12, 700));
        while (random.nextInt(3) == 0) {
            kills.add(any(random, 4, 1_500));
        }
        if (lane.hasServer()) {
            kills.replaceAll(kill -> random.nextBoolean() ? kill.ofTheServer() : kill);
        }
        List<Visit> visits = new ArrayList<>(List.of(visit));
        if (random.nextInt(3) == 0) {
            visits.add(Stories.any(random.nextLong()));
        }
        tell(lane, visits, kills.toArray(new Kill[0]));
    }

    private Kill any(Random random, int mostCommits, int mostMillis) {
        String when = random.nextBoolean() ? "before" : "after";
        return switch (random.nextInt(3)) {
            case 0 -> Kill.commit(when, 1 + random.nextInt(mostCommits));
            case 1 -> Kill.request(when, 1 + random.nextInt(4));
            default -> Kill.afterMillis(random.nextInt(mostMillis));
        };
    }

    private void tell(Lane lane, Visit visit, Kill... how) {
        tell(lane, List.of(visit), how);
    }

    private void tell(Lane lane, List<Visit> visits, Kill... how) {
        visits.forEach(visit -> visit.trouble.ifPresent(trouble -> trouble.strike(lane.provider())));
        lane.serve(visits, how);
        if (Boolean.getBoolean("crash.log")) {
            System.out.println(lane.kills() + " " + visits + " " + List.of(how));
        }
        lane.provider().calmsDown();
    }
}
