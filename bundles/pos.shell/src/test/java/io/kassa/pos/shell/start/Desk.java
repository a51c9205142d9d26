package io.kassa.pos.shell.start;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.shell.book.Attempt;
import io.kassa.pos.shell.book.Seal;
import io.kassa.pos.shell.method.Methods;
import io.kassa.pos.shell.talk.Keyboard;
import io.kassa.pos.shell.talk.Screen;
import io.kassa.pos.shell.till.Line;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.tck.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** The whole host in a real framework, on real books, with somebody who types. */
final class Desk implements AutoCloseable {

    static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    final MovableClock clock = new MovableClock(MORNING);
    private final Path folder;
    private final Framework framework;
    private Ledger ledger;
    private Counter counter;

    Desk(Path folder) throws Exception {
        this.folder = folder;
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString()));
        framework.start();
        open();
    }

    private void open() {
        ledger = Ledger.open(folder.resolve("books"), clock);
        counter = another();
    }

    /** Another till on the same books; to be closed by whoever asks for it. */
    Counter another() {
        return new Counter(
                ledger.books(),
                ledger.claims(),
                ledger.audit(),
                Seal.at(folder.resolve("keys").resolve("shell.key")),
                new Methods(framework.getBundleContext(), Duration.ofSeconds(1)),
                clock);
    }

    /** Everything in memory is gone; what is on disk is there. */
    void restarts() {
        counter.close();
        ledger.close();
        open();
    }

    Ledger ledger() {
        return ledger;
    }

    Path folder() {
        return folder;
    }

    ServiceRegistration<?> install(PaymentMethod method) {
        return framework
                .getBundleContext()
                .registerService(
                        PaymentMethod.class, method, properties(method.info().id()));
    }

    ServiceRegistration<?> install(ProductLabelFilter filter) {
        return framework.getBundleContext().registerService(ProductLabelFilter.class, filter, properties(Scripted.ID));
    }

    private static Hashtable<String, Object> properties(String id) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(PaymentMethod.ID, id);
        return properties;
    }

    /** Sells for ten euros; then the lines are typed, and then the session ends. */
    String sells(String... lines) {
        return seen(screen -> counter.till().sell(screen, Scripted.ID, List.of(line("10=sport")), false), lines);
    }

    String refunds(SaleId sale, String... lines) {
        return seen(screen -> counter.till().refund(screen, sale, Optional.empty(), false), lines);
    }

    String resumes(String... lines) {
        Attempt open = counter.till().unended().get(0);
        return seen(screen -> counter.till().resume(screen, open.id()), lines);
    }

    List<Attempt> unended() {
        return counter.till().unended();
    }

    void looksAround() {
        counter.rounds().run();
    }

    void passes(Duration time) {
        clock.move(time);
    }

    private interface Work {
        void at(Screen screen);
    }

    private static String seen(Work work, String... lines) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        String typed = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
        work.at(new Screen(
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                new Keyboard(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))),
                Locale.ENGLISH,
                Money.EURO));
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static Line line(String text) {
        return Line.read(text, Money.EURO).orElseThrow();
    }

    boolean diskTells(String text) throws Exception {
        try (var files = Files.walk(folder.resolve("books"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() throws BundleException {
        counter.close();
        ledger.close();
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
