package io.kassa.itests.crash;

import io.kassa.itests.crash.Cashier.TimeMustPass;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One shop that is killed over and over: a till, its books, its provider, and what all of them must agree on. */
final class Lane implements AutoCloseable {

    /** Longer than a lease, a minute for a request to arrive, and every early pause between two questions. */
    private static final int SOME_TIME = 150;

    private static final List<String> REGISTERS = List.of("R1", "R2");
    private static final int MOST_RESTARTS = 12;

    private final Store store;
    private final Optional<Server> server;
    private final Path agent;
    private final Provider provider;
    private final Wire wire;
    private final Till till;
    private final Memory memory = new Memory();
    private final Set<String> over = ConcurrentHashMap.newKeySet();
    private final ExecutorService counters = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "counter");
        thread.setDaemon(true);
        return thread;
    });
    private final Random random;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "kill");
        thread.setDaemon(true);
        return thread;
    });
    private TillApi api;
    private long ahead;
    private final AtomicInteger kills = new AtomicInteger();
    private volatile boolean struck;
    private Runnable beforeCheck = () -> {};
    private Runnable afterCheck = () -> {};

    /** @param options more system properties of the till */
    private Lane(Path folder, Path agent, long seed, Store store, Optional<Server> server, List<String> options) {
        this.store = store;
        this.server = server;
        this.agent = agent;
        this.random = new Random(seed);
        this.provider = new Provider(folder.resolve("provider"));
        this.wire = new Wire(provider.api());
        List<String> all = new ArrayList<>(store.options());
        all.addAll(options);
        this.till = new Till(folder.resolve("till"), all);
        start();
        configure();
    }

    /** With the books in a file. */
    static Lane onFile(Path folder, Path agent, long seed, List<String> options) {
        Store store = Store.file(folder.resolve("till"), folder.resolve("scratch"));
        return new Lane(folder, agent, seed, store, Optional.empty(), options);
    }

    /** With the books on a database server. */
    static Lane onServer(Path folder, Path agent, long seed, Server server, List<String> options) {
        return new Lane(folder, agent, seed, server.store(), Optional.of(server), options);
    }

    boolean hasServer() {
        return server.isPresent();
    }

    int kills() {
        return kills.get();
    }

    Memory memory() {
        return memory;
    }

    Provider provider() {
        return provider;
    }

    private void start() {
        till.start(agent, ahead);
        api = till.open();
    }

    private void configure() {
        Setup setup = new Setup(api);
        Map<String, List<String>> values = Setup.values(provider.connection(), wire.root());
        values.put("requestMillis", List.of("3000"));
        setup.save(values, setup.configurations().stream().findFirst());
        setup.enable("smartum");
        REGISTERS.forEach(register -> setup.register(register, "smartum"));
    }

    /** Saves all settings, is killed meanwhile, and saves them again. */
    void configure(Kill kill) {
        Runnable disarm = arm(kill);
        try {
            configure();
        } catch (UncheckedIOException gone) {
            recover(0, 0);
            configure();
        } finally {
            disarm.run();
        }
    }

    /** How many steps a visit has: commits and requests. */
    record Steps(int commits, int requests) {

        Steps fewest(Steps other) {
            return new Steps(Math.min(commits, other.commits), Math.min(requests, other.requests));
        }
    }

    Steps walkThroughSettings() {
        till.arm("never", 0, () -> {});
        configure();
        return new Steps(till.commits(), 0);
    }

    Steps walk(Visit visit) {
        till.arm("never", 0, () -> {});
        wire.arm("never", 0, () -> {});
        serve(List.of(visit), new ArrayDeque<>());
        return new Steps(till.commits(), wire.requests());
    }

    /** Serves a customer, kills the till meanwhile, and goes on with a new one until everything has come to an end. */
    void serve(Visit visit, Kill... kills) {
        serve(List.of(visit), kills);
    }

    /** The same with a customer at each register at once. */
    void serve(List<Visit> visits, Kill... kills) {
        struck = false;
        try {
            serve(visits, new ArrayDeque<>(List.of(kills)));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(visits + ", killed " + List.of(kills) + ": " + e.getMessage(), e);
        }
    }

    /** Whether a kill of the last customers came to its step: there may have been no such step this time. */
    boolean struck() {
        return struck;
    }

    private void serve(List<Visit> visits, Deque<Kill> kills) {
        int late = visits.stream()
                .mapToInt(visit -> visit.trouble.map(Trouble::lateMillis).orElse(0))
                .max()
                .orElse(0);
        for (int restarts = 0; restarts < MOST_RESTARTS; restarts++) {
            if (till.isStruck()) {
                // just after the visit before was over
                recover(0, late);
            }
            Runnable disarm = arm(kills.isEmpty() ? Kill.NONE : kills.remove());
            try {
                together(visits);
                return;
            } catch (UncheckedIOException gone) {
                if (!till.endsSoon()) {
                    throw gone;
                }
                recover(random.nextInt(3) == 0 ? 0 : SOME_TIME, late);
            } catch (TimeMustPass e) {
                recover(SOME_TIME, late);
            } finally {
                disarm.run();
            }
        }
        throw new AssertionError("no end comes of it");
    }

    /** All at once; when all have come as far as they can, says what kept one of them. */
    private void together(List<Visit> visits) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            Cashier cashier = new Cashier(api, provider, memory, REGISTERS.get(i));
            if (!over.contains(visit.sale)) {
                all.add(CompletableFuture.runAsync(
                        () -> {
                            cashier.serve(visit);
                            over.add(visit.sale);
                        },
                        counters));
            }
        }
        List<RuntimeException> kept = new ArrayList<>();
        for (CompletableFuture<Void> one : all) {
            try {
                one.join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof RuntimeException trouble)) {
                    throw new AssertionError(e.getCause().getMessage(), e.getCause());
                }
                kept.add(trouble);
            }
        }
        kept.stream().filter(UncheckedIOException.class::isInstance).forEach(gone -> {
            throw gone;
        });
        kept.forEach(trouble -> {
            throw trouble;
        });
    }

    private Runnable arm(Kill kill) {
        Runnable blow = () -> {
            struck = true;
            if (kill.ofServer()) {
                killServer(kill);
            } else {
                till.kill();
            }
        };
        switch (kill.kind()) {
            case COMMIT -> till.arm(kill.when(), kill.number(), blow);
            case REQUEST -> wire.arm(kill.when(), kill.number(), blow);
            case REFUND -> wire.armRefund(kill.when(), blow);
            case MOMENT -> {
                ScheduledFuture<?> planned = alarm.schedule(blow, kill.number(), TimeUnit.MILLISECONDS);
                return () -> {
                    if (!planned.cancel(false)) {
                        awaitBlow(planned);
                    }
                };
            }
            case NONE -> {
                return () -> {};
            }
        }
        return () -> {
            wire.disarm();
            till.disarm();
        };
    }

    private static void awaitBlow(ScheduledFuture<?> blow) {
        try {
            blow.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Under the hands of the till, which goes on when the server is back. */
    private void killServer(Kill kill) {
        server.orElseThrow().crash();
        kills.incrementAndGet();
        if (kill.kind() == Kill.Kind.COMMIT) {
            till.go();
        }
    }

    /** Somebody alters the books of a till that was killed: before they are compared, or after that. */
    void meddles(Runnable before, Runnable after) {
        beforeCheck = before;
        afterCheck = after;
    }

    private void recover(long seconds, int late) {
        till.kill();
        till.awaitEnd();
        kills.incrementAndGet();
        check();
        afterCheck.run();
        ahead += seconds;
        // what is on its way at the provider arrives within the time that is said to pass
        Java.pause(late);
        start();
    }

    /** Compares both books while the till is dead. */
    private void check() {
        beforeCheck.run();
        Checks.hold(store.facts(), provider.books(), memory, over::contains);
    }

    /** Kills the till when nothing is under way, and compares for the last time. */
    void finish() {
        till.kill();
        till.awaitEnd();
        kills.incrementAndGet();
        check();
    }

    @Override
    public void close() {
        till.kill();
        wire.close();
        provider.close();
        alarm.shutdownNow();
        counters.shutdownNow();
    }
}
