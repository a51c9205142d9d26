package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import io.kassa.pos.spi.settings.Secret;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresWritingTest extends WritingContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    /** Goes ahead of the first statement in the same trip, with an answer of its own. */
    private static final int BEGIN = 1;

    @Override
    Store store() {
        return POSTGRES.newStore();
    }

    /** A claim of a receipt, the lines of its payment and the audit hold up other registers for no more than they ask. */
    @Test
    void whatIsOnlyWrittenGoesWithWhatIsAsked_andWithTheCommit() throws IOException {
        assertThat(trips(tx -> {
                    tx.write(NOTE, "a", 1);
                    tx.insert(NOTE, "b", 2);
                    tx.write(NOTE, "c", 3);
                }))
                .as("a work that only writes")
                .isEqualTo(1);
        assertThat(trips(tx -> {
                    tx.write(NOTE, "d", 1);
                    tx.execute("UPDATE notes_note SET number = 2 WHERE name = 'd'");
                    tx.write(NOTE, "e", 3);
                }))
                .as("a work that asks once")
                .isEqualTo(2);
        assertThat(trips(tx -> tx.execute("UPDATE notes_note SET number = 2 WHERE name = 'd'")))
                .as("a question, and a commit with nothing left to do")
                .isEqualTo(2);
    }

    private interface Writing {
        void in(Transaction tx);
    }

    private static long trips(Writing writing) throws IOException {
        PostgresDesk desk = POSTGRES.desk();
        String name = desk.database().replaceAll(".*/([a-z0-9_]+)\\?.*", "$1");
        try (LosingProxy network = new LosingProxy(desk.port());
                Ledger ledger = Ledger.open(
                        PostgresDesk.url(network.port(), name) + "&sslmode=disable",
                        Optional.of(new Secret(PostgresDesk.PASSWORD)),
                        Clock.systemUTC())) {
            ledger.books().install(Shop.NOTES);
            ledger.books().write(tx -> tx.execute(NOTE, "first", 0));
            long before = network.answered();
            ledger.books().write(tx -> {
                writing.in(tx);
                return true;
            });
            return network.answered() - before - BEGIN;
        }
    }

    /** The presumption is given up together with all that was built on it. */
    @Test
    void whoPresumedWronglyIsRunAgainAndTold() {
        books.write(tx -> tx.execute(NOTE, "taken", 1));
        List<Boolean> told = new ArrayList<>();
        books.write(tx -> {
            told.add(tx.insert(NOTE, "taken", 2));
            tx.write(NOTE, "run " + told.size(), 3);
            return true;
        });
        assertThat(told).containsExactly(true, false);
        assertThat(books.<List<String>>read(
                        tx -> tx.rows("SELECT name FROM notes_note ORDER BY name", row -> row.text("name"))))
                .containsExactly("run 2", "taken");
    }

    /** The server said no before it came to the commit: nothing is stored, and nobody has to read again to know. */
    @Test
    void whatTheServerGivesUpTogetherWithTheCommitIsKnownNotToBeStored() {
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.write(NOTE, "a", 1);
                    tx.write("SET LOCAL statement_timeout = '50ms'");
                    tx.write("SELECT pg_sleep(10)");
                    return true;
                }))
                .isInstanceOf(LedgerUnavailableException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    @Test
    void whatIsLostTogetherWithTheCommitIsUnknown() {
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.write(NOTE, "a", 1);
                    tx.write("SELECT pg_terminate_backend(pg_backend_pid())");
                    return true;
                }))
                .isInstanceOf(CommitUnknownException.class);
        assertThat(Shop.notes(books)).isZero();
    }
}
