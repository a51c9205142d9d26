package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.ledger.LedgerUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Books} promises, on any database. */
abstract class BooksContract {

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

    private record Everything(String text, long number, boolean flag, Instant time, byte[] bytes) {}

    @Test
    void everyTypeComesBackAsItWentIn() {
        books.install(SchemaPart.named("types")
                .with(1, "CREATE TABLE types (t TEXT, n BIGINT, f BIGINT, i BIGINT, b BYTEA, e BIGINT, s TEXT)"));
        Instant time = Instant.parse("1969-12-31T23:59:59.999999Z");
        books.write(tx -> tx.execute(
                "INSERT INTO types (t, n, f, i, b, e, s) VALUES (?, ?, ?, ?, ?, ?, ?)",
                "käteinen 'x' \u20ac",
                Long.MIN_VALUE,
                true,
                time,
                new byte[] {0, -1, 1},
                Optional.empty(),
                Shop.SALE));
        Everything row = books.read(tx -> tx.row(
                        "SELECT * FROM types WHERE s = ? AND e IS NULL",
                        r -> new Everything(r.text("t"), r.number("n"), r.flag("f"), r.time("i"), r.bytes("b")),
                        Shop.SALE)
                .orElseThrow());
        assertThat(row)
                .usingRecursiveComparison()
                .isEqualTo(new Everything("käteinen 'x' \u20ac", Long.MIN_VALUE, true, time, new byte[] {0, -1, 1}));
    }

    @Test
    void anEmptyColumnIsFoundEmpty_andRefusedWhereAValueIsExpected() {
        books.write(tx -> tx.execute("INSERT INTO notes_note (name) VALUES ('empty')"));
        String query = "SELECT number FROM notes_note";
        assertThat(books.<Optional<Optional<Long>>>read(tx -> tx.row(query, row -> row.findNumber("number"))))
                .contains(Optional.empty());
        assertThatThrownBy(() -> books.read(tx -> tx.rows(query, row -> row.number("number"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("number");
    }

    @Test
    void aWorkThatThrowsLeavesNothing() {
        assertThatThrownBy(() -> books.write(tx -> {
                    Shop.note(tx, "a", 1);
                    throw new UnsupportedOperationException("after the note");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    @Test
    void ofManyWorksAtOnceOnlyThoseThatThrowAreUndone() throws Exception {
        List<Boolean> kept = Together.run(32, i -> {
            try {
                return books.write(tx -> {
                    Shop.note(tx, "note " + i, i);
                    if (i % 3 == 0) {
                        throw new UnsupportedOperationException("number " + i);
                    }
                    return true;
                });
            } catch (UnsupportedOperationException e) {
                return !e.getMessage().equals("number " + i);
            }
        });
        for (int i = 0; i < 32; i++) {
            assertThat(kept.get(i)).as("note %d", i).isEqualTo(i % 3 != 0);
        }
        List<Long> numbers =
                books.read(tx -> tx.rows("SELECT number FROM notes_note ORDER BY number", row -> row.number("number")));
        assertThat(numbers).hasSize(21).noneMatch(number -> number % 3 == 0);
    }

    @Test
    void aBrokenConstraintIsABug_andDoesNotShowValues() {
        books.write(tx -> tx.execute("INSERT INTO notes_note (name) VALUES (?)", "private"));
        assertThatThrownBy(() -> books.write(tx -> tx.execute("INSERT INTO notes_note (name) VALUES (?)", "private")))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e + " " + e.getCause()).doesNotContain("private"));
    }

    @Test
    void aFailedStatementFailsTheWorkEvenIfItIsSwallowed() {
        assertThatThrownBy(() -> books.write(tx -> {
                    Shop.note(tx, "a", 1);
                    try {
                        Shop.note(tx, "a", 2);
                    } catch (IllegalStateException e) {
                        return "swallowed";
                    }
                    return "not refused";
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    @Test
    void aTransactionEndsWithItsWork() {
        AtomicReference<Transaction> kept = new AtomicReference<>();
        books.write(tx -> {
            kept.set(tx);
            return true;
        });
        assertThatThrownBy(() -> kept.get().execute("DELETE FROM notes_note"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writingInsideAWorkIsRefused_notWaitedForForever() {
        assertThatThrownBy(() -> books.write(outer -> books.write(inner -> true)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(books.<Boolean>write(tx -> true)).isTrue();
    }

    @Test
    void aReaderCannotWrite() {
        assertThatThrownBy(() -> books.read(tx -> {
                    Shop.note(tx, "a", 1);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    @Test
    void aReaderSeesOneStateWhileOthersWrite() {
        long[] counts = books.read(tx -> {
            long before = count(tx);
            writeBeside();
            return new long[] {before, count(tx)};
        });
        assertThat(counts).containsExactly(0, 0);
        assertThat(Shop.notes(books)).isEqualTo(1);
    }

    private void writeBeside() {
        try {
            Together.run(
                    1,
                    i -> books.write(tx -> {
                        Shop.note(tx, "beside", 1);
                        return true;
                    }));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Transaction tx) {
        return tx.row("SELECT COUNT(*) AS n FROM notes_note", row -> row.number("n"))
                .orElseThrow();
    }

    @Test
    void twoHostsThatReadAndWriteTheSameNumberLoseNoStep() throws Exception {
        books.write(tx -> {
            Shop.note(tx, "counter", 0);
            return true;
        });
        try (Ledger other = store.open(Clock.systemUTC())) {
            Together.run(16, i -> {
                for (int step = 0; step < 5; step++) {
                    (i % 2 == 0 ? books : other.books()).write(BooksContract::increment);
                }
                return true;
            });
        }
        assertThat(books.<Long>read(BooksContract::counter)).isEqualTo(80);
    }

    private static long counter(Transaction tx) {
        return tx.row("SELECT number FROM notes_note WHERE name = 'counter'", row -> row.number("number"))
                .orElseThrow();
    }

    private static int increment(Transaction tx) {
        return tx.execute("UPDATE notes_note SET number = ? WHERE name = 'counter'", counter(tx) + 1);
    }

    @Test
    void L9_closedBooksAreUnavailable() {
        ledger.close();
        assertThatThrownBy(() -> books.write(tx -> true)).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> books.read(tx -> true)).isInstanceOf(LedgerUnavailableException.class);
        Claims claims = ledger.claims();
        assertThatThrownBy(() -> claims.claim(Shop.RECEIPT, Shop.FIRST, Shop.SALE))
                .isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> claims.holder(Shop.RECEIPT)).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> claims.intent(Shop.FIRST)).isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> claims.intend(Shop.RECEIPT, Shop.FIRST, Shop.SALE, Map.of()))
                .isInstanceOf(LedgerUnavailableException.class);
    }
}
