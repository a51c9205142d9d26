package io.kassa.itests.crash;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shop on a disk that is not always what it should be: a till, its books, its provider. */
final class Shop implements AutoCloseable {

    /** In seconds: longer than a lease, and a minute for a request to arrive. */
    private static final int A_WHILE = 150;

    private final Path data;
    private final Path agent;
    private final Store store;
    private final Provider provider;
    private final Till till;
    private final Memory memory = new Memory();
    private final Set<String> over = new HashSet<>();
    private TillApi api;
    private long ahead;

    Shop(Path folder, Path agent) {
        this(folder, agent, "till", List.of());
    }

    /** @param descriptor what of the till is started */
    Shop(Path folder, Path agent, String descriptor, List<String> options) {
        this.agent = agent;
        this.data = folder.resolve("till");
        this.store = Store.file(data, folder.resolve("scratch"));
        this.provider = new Provider(folder.resolve("provider"));
        this.till = new Till(descriptor, data, options);
    }

    /** Open, and set up. */
    static Shop at(Path folder, List<String> registers) {
        Shop shop = new Shop(folder, Agent.jar(folder));
        shop.starts();
        shop.configures(registers);
        return shop;
    }

    void configures(List<String> registers) {
        configures(provider.api(), registers);
    }

    void configures(URI smartum, List<String> registers) {
        Setup setup = new Setup(api);
        setup.save(Setup.values(provider.connection(), smartum), Optional.empty());
        setup.enable("smartum");
        registers.forEach(register -> setup.register(register, "smartum"));
    }

    /** Without waiting until it is open. */
    void begins() {
        till.start(agent, ahead);
    }

    /** Is switched off, compared, and switched on again when a request that was lost would have arrived. */
    void pausesForAWhile() {
        kill();
        agrees();
        ahead += A_WHILE;
        starts();
    }

    void starts() {
        begins();
        reopens();
    }

    /** After a start it rehearses for a while, on spare books on the same disk. */
    void settles() {
        Path spare = data.resolve("spare-books");
        Java.pause(2_000);
        for (int tries = 0; Files.exists(spare); tries++) {
            if (tries > 600) {
                throw new AssertionError("it rehearses for ever");
            }
            Java.pause(50);
        }
    }

    /** In another session. */
    void reopens() {
        api = till.open();
    }

    /**
     * For a while, and says so at every door: to whoever asks the API, in the words of a refusal; to whoever watches over it; and on
     * the console, why.
     */
    void staysClosed(String why) {
        TillApi visitor = new TillApi(till.root());
        for (int tries = 0; visitor.refusals().isEmpty() || !till.said(why); tries++) {
            if (tries > 300 || visitor.isOpen()) {
                throw new AssertionError("it is open, or does not say why it is closed: " + till.complaints());
            }
            Java.pause(50);
        }
        Java.pause(1_000);
        TillApi.Answer session = visitor.get("/api/session");
        boolean closed = session.status() == 503
                && session.json().at("/guidance/happened/code").asText().equals("web.closed");
        if (!closed || visitor.status("/health") != 503) {
            throw new AssertionError("it does not say that it is closed: " + session);
        }
        visitor.refusedInWords();
    }

    Till till() {
        return till;
    }

    TillApi api() {
        return api;
    }

    Provider provider() {
        return provider;
    }

    Path data() {
        return data;
    }

    Path books() {
        return data.resolve("books.db");
    }

    /** What SQLite keeps: the file, its log, and what those share who have it open. */
    List<Path> files() {
        return List.of(books(), data.resolve("books.db-wal"), data.resolve("books.db-shm"));
    }

    void serve(Visit visit, String register) {
        new Cashier(api, provider, memory, register).serve(visit);
        over.add(visit.sale);
    }

    void kill() {
        till.kill();
        till.awaitEnd();
    }

    /** Compares both books while the till is dead. */
    void agrees() {
        Checks.hold(store.facts(), provider.books(), memory, over::contains);
    }

    @Override
    public void close() {
        till.kill();
        provider.close();
    }
}
