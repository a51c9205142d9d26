package io.kassa.itests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.itests.crash.Counter.Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A shop of many registers, served by one till or by several on the same books, each in a process of its own. */
final class Chain implements AutoCloseable {

    static final int REGISTERS = 32;
    private static final int TRIES = 1500;

    private final Path agent;
    private final Path books;
    private final Path backup;
    private final Store store;
    private final Provider provider;
    private final List<Till> tills = new ArrayList<>();
    private final List<TillApi> apis = new ArrayList<>();
    private final ExecutorService cashiers = Executors.newFixedThreadPool(REGISTERS);

    /** With the books in a file. */
    static Chain onFile(Path folder) {
        return new Chain(folder, 1, Store.file(folder.resolve("till-0"), folder.resolve("scratch")));
    }

    static Chain onServer(Path folder, Server server, int hosts) {
        return new Chain(folder, hosts, server.store());
    }

    private Chain(Path folder, int hosts, Store store) {
        this.agent = Agent.jar(folder);
        this.books = folder.resolve("till-0");
        this.backup = folder.resolve("backup");
        this.store = store;
        this.provider = new Provider(folder.resolve("provider"));
        for (int i = 0; i < hosts; i++) {
            tills.add(new Till(folder.resolve("till-" + i), store.options()));
        }
        start();
        configure("smartum", provider.api());
        for (int register = 1; register <= REGISTERS; register++) {
            setup(0).register("R" + register, "smartum");
        }
    }

    Provider provider() {
        return provider;
    }

    Facts facts() {
        return store.facts();
    }

    Setup setup(int host) {
        return new Setup(apis.get(host));
    }

    void start() {
        apis.clear();
        for (Till till : tills) {
            till.start(agent, 0);
            TillApi api = new TillApi(till.root());
            for (int tries = 0; !api.isOpen(); tries++) {
                if (tries > TRIES || !till.isAlive()) {
                    throw new AssertionError("the till does not start: " + till.complaints());
                }
                Java.pause(20);
            }
            api.logIn();
            apis.add(api);
        }
    }

    void kill() {
        tills.forEach(Till::kill);
        tills.forEach(Till::awaitEnd);
    }

    /** At every host, as the files of the settings are each host's own. */
    void configure(String method, URI root) {
        Map<String, List<String>> values = Setup.values(provider.connection(), root);
        values.put("methodId", List.of(method));
        for (int host = 0; host < tills.size(); host++) {
            setup(host).save(values, Optional.empty());
            setup(host).enable(method);
        }
    }

    /** The stored configuration that makes a method. */
    String configured(String method) {
        return setup(0).configurationOf(method);
    }

    /** Registers are shared out among the hosts in turn. */
    Counter counter(int register) {
        return new Counter(apis.get(register % apis.size()), "R" + register);
    }

    /** All registers at the same moment, each of them asked for the code before. */
    List<Scan> scanTogether(IntFunction<String> method, IntFunction<String> code) throws Exception {
        CyclicBarrier all = new CyclicBarrier(REGISTERS);
        List<Callable<Scan>> scans = new ArrayList<>();
        for (int i = 1; i <= REGISTERS; i++) {
            int register = i;
            scans.add(() -> {
                Counter counter = counter(register).asksFor(method.apply(register));
                all.await(60, TimeUnit.SECONDS);
                return counter.scans(code.apply(register));
            });
        }
        List<Scan> answers = new ArrayList<>();
        for (Future<Scan> scan : cashiers.invokeAll(scans)) {
            answers.add(scan.get());
        }
        return answers;
    }

    /** Ends the sales that are paid, so that the registers can be used again. */
    void complete(List<Scan> scans) {
        for (int i = 0; i < scans.size(); i++) {
            if (scans.get(i).paid()) {
                counter(i + 1).looks().completes();
            }
        }
    }

    /** Ends the payments that were refused. */
    void giveUp(List<Scan> scans) {
        for (int i = 0; i < scans.size(); i++) {
            if (!scans.get(i).paid()) {
                counter(i + 1).looks().givesUp();
            }
        }
    }

    /** Gives back everything that a closed sale was paid with. */
    void refund(String sale) {
        JsonNode receipt = beginRefund(sale);
        for (int tries = 0; !refundState(receipt).equals("REFUNDED"); tries++) {
            if (tries == TRIES) {
                throw new AssertionError("not refunded: " + receipt);
            }
            Java.pause(20);
            receipt = apis.get(0).get("/api/receipts/" + sale).must();
        }
    }

    static String refundState(JsonNode receipt) {
        return receipt.at("/refunds/0/parts/0/state").asText();
    }

    /** Whatever becomes of it; the sale's receipt. */
    JsonNode beginRefund(String sale) {
        TillApi api = apis.get(0);
        String refund = UUID.randomUUID().toString();
        Map<String, Object> all = Map.of("refund", refund, "lines", Map.of(), "methods", Map.of());
        JsonNode asked =
                api.post("/api/receipts/" + sale + "/refunds", all).must().at("/refunds/0/attempt");
        Map<String, Object> answer =
                Map.of("step", asked.at("/step/name").asText(), "answer", Map.of("kind", "confirmed"));
        return api.post("/api/refunds/attempts/" + asked.path("id").asText() + "/answers", answer)
                .must();
    }

    /** Whether a search finds a sale that was paid with it. */
    boolean knows(String transaction) {
        return !apis.get(0).get("/api/receipts?query=" + transaction).must().isEmpty();
    }

    /** To a payment that a cashier vouched for; whether the provider confirms it. */
    boolean addTransaction(String attempt, String transaction) {
        return apis.get(0)
                .post("/api/worklist/unverified/" + attempt + "/verification", Map.of("id", transaction))
                .must()
                .path("confirmed")
                .asBoolean();
    }

    /** The setting of that name. */
    void oldReceipts(int days) {
        Map<String, List<String>> values = Setup.values(provider.connection(), provider.api());
        values.put("methodId", List.of("smartum"));
        values.put("oldReceiptDays", List.of(String.valueOf(days)));
        setup(0).save(values, Optional.of(configured("smartum")));
    }

    /** The file of the books, as a backup takes it: while the till is not running, or it would have to be asked for one. */
    void copyBooks() {
        copy(books, backup);
    }

    void putBooksBack() {
        copy(backup, books);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String name : List.of("books.db", "books.db-wal", "books.db-shm")) {
                Files.deleteIfExists(to.resolve(name));
                if (Files.exists(from.resolve(name))) {
                    Files.copy(from.resolve(name), to.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        tills.forEach(Till::kill);
        provider.close();
        cashiers.shutdownNow();
    }
}
