package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.start.Ledger;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Books#install} promises, on any database. */
abstract class MigrationsContract {

    private Store store;
    private Ledger ledger;
    private Books books;

    abstract Store store();

    @BeforeEach
    void open() {
        store = store();
        ledger = store.open(Clock.systemUTC());
        books = ledger.books();
        books.install(Shop.NOTES);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void migrationsAreAppliedOnce_andTheNextOnTop() {
        SchemaPart next = Shop.NOTES.with(2, "ALTER TABLE notes_note ADD COLUMN colour TEXT");
        books.install(Shop.NOTES);
        books.install(next);
        books.install(next);
        assertThat(books.<Integer>write(tx -> tx.execute("INSERT INTO notes_note (name, colour) VALUES ('a', 'red')")))
                .isEqualTo(1);
    }

    @Test
    void aStoreThatIsNewerThanTheProgramIsRefused() {
        books.install(Shop.NOTES.with(2, "ALTER TABLE notes_note ADD COLUMN colour TEXT"));
        assertThatThrownBy(() -> books.install(Shop.NOTES))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("newer program")
                .hasMessageContaining("notes version 2");
    }

    @Test
    void anAlteredMigrationIsRefused() {
        SchemaPart altered = SchemaPart.named("notes").with(1, "CREATE TABLE notes_note (name TEXT)");
        assertThatThrownBy(() -> books.install(altered))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("Migration 1 of notes");
    }

    @Test
    void aMigrationThatFailsLeavesNothing() {
        SchemaPart broken = SchemaPart.named("broken").with(1, "CREATE TABLE broken (a TEXT)", "CREATE TABEL oops");
        assertThatThrownBy(() -> books.install(broken)).isInstanceOf(IllegalStateException.class);
        books.install(SchemaPart.named("broken").with(1, "CREATE TABLE broken (a TEXT)"));
        assertThat(books.<List<String>>read(tx -> tx.rows("SELECT a FROM broken", row -> row.text("a"))))
                .isEmpty();
    }

    @Test
    void hostsThatStartTogetherInstallOnce() throws Exception {
        SchemaPart part = SchemaPart.named("race").with(1, "CREATE TABLE race (a TEXT)");
        try (Ledger other = store.open(Clock.systemUTC())) {
            Together.run(8, i -> {
                (i % 2 == 0 ? books : other.books()).install(part);
                return true;
            });
        }
        assertThat(books.<List<Long>>read(tx ->
                        tx.rows("SELECT version FROM ledger_schema WHERE part = 'race'", row -> row.number("version"))))
                .containsExactly(1L);
    }
}
