package io.kassa.pos.host.checkup;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.health.Health;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.host.text.Whereabouts;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All checks of the till, and of the methods that are offered. A check that breaks is a finding like any other. */
public final class TillHealth implements Health {

    private static final Logger LOG = LoggerFactory.getLogger(TillHealth.class);

    private final Desk desk;
    private final List<Check> own;
    private final SelfTests selfTests;

    /** @param free how many bytes are free where the till keeps its data */
    public TillHealth(Desk desk, Setup setup, LongSupplier free) {
        this.desk = desk;
        this.selfTests = new SelfTests(desk);
        BooksCheck books = new BooksCheck(desk);
        own = List.of(
                Check.of("books", books::reachable, OWN, "ledger", LIVE, SHALLOW),
                Check.of("disk", new DiskCheck(free)::room, OWN, "disk", LIVE, SHALLOW),
                Check.of("clock", new ClockCheck(desk)::order, OWN, "clock", SHALLOW),
                Check.of("methods", new MethodsCheck(setup)::usable, OWN, "payment", "configuration", SHALLOW),
                Check.of("backlog", new BacklogCheck(desk)::waiting, OWN, "backlog", SHALLOW),
                Check.of("audit", books::history, OWN, "ledger", DEEP));
    }

    /** The till's own, for whoever runs checks by tag; methods bring theirs themselves. */
    public List<Check> own() {
        return own;
    }

    @Override
    public List<Note> look(Set<String> tags) {
        List<Check> all = new ArrayList<>(own);
        all.addAll(selfTests.all());
        return all.stream()
                .filter(check -> check.carries(tags))
                .flatMap(check -> run(check).stream())
                .toList();
    }

    public List<Note> run(Check check) {
        Notes notes = new Notes(desk.words(), check.name(), check.tags());
        try {
            return check.work().apply(notes);
        } catch (LedgerUnavailableException e) {
            // the check of the books says what to do about it
            return List.of(notes.skipped());
        } catch (RuntimeException e) {
            LOG.error("The health check {} failed", check.name(), e);
            return List.of(notes.error("failed", Whereabouts.AS_BEFORE));
        }
    }
}
