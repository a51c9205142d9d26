package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.start.Ledger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Transaction} promises of statements that may be done later than they are given, on any database. */
abstract class WritingContract {

    static final String NOTE = "INSERT INTO notes_note (name, number) VALUES (?, ?)";

    private Ledger ledger;
    Books books;

    abstract Store store();

    @BeforeEach
    void open() {
        ledger = store().open(Clock.systemUTC());
        books = ledger.books();
        books.install(Shop.NOTES);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatIsWrittenIsSeenByWhatIsAskedNext() {
        List<Long> seen = books.write(tx -> {
            tx.write(NOTE, "a", 1);
            tx.write("UPDATE notes_note SET number = number + ? WHERE name = ?", 5, "a");
            long first = number(tx, "a");
            tx.write("UPDATE notes_note SET number = 10 WHERE name = 'a'");
            int changed = tx.execute("UPDATE notes_note SET number = number + 1 WHERE number = ?", 10);
            tx.write(NOTE, "b", 7);
            return List.of(first, (long) changed, number(tx, "a"));
        });
        assertThat(seen).containsExactly(6L, 1L, 11L);
        assertThat(Shop.notes(books)).isEqualTo(2);
    }

    @Test
    void whoeverWritesAndAsksWhileReadingAnAnswerDoesSoOnce() {
        List<Long> seen = books.write(tx -> {
            tx.write(NOTE, "a", 1);
            return tx.rows("SELECT name FROM notes_note", row -> {
                tx.write("UPDATE notes_note SET number = number + 1 WHERE name = ?", row.text("name"));
                return number(tx, "a");
            });
        });
        assertThat(seen).containsExactly(2L);
        assertThat(Shop.notes(books)).isEqualTo(1);
    }

    @Test
    void asManyAsOneLikesAreWrittenInTheirOrder() {
        books.write(tx -> {
            for (int i = 0; i < 100; i++) {
                tx.write(NOTE, "note " + i, i);
                tx.write("UPDATE notes_note SET number = number * 2 WHERE name = ?", "note " + i);
            }
            return true;
        });
        List<Long> numbers =
                books.read(tx -> tx.rows("SELECT number FROM notes_note ORDER BY number", row -> row.number("number")));
        assertThat(numbers).hasSize(100).first().isEqualTo(0L);
        assertThat(numbers).last().isEqualTo(198L);
    }

    @Test
    void whatIsRefusedAtTheEndFailsItsWork_whichLeavesNothing() {
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.write(NOTE, "private", 1);
                    tx.write(NOTE, "private", 2);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e + " " + e.getCause()).doesNotContain("private"));
        assertThat(Shop.notes(books)).isZero();
        books.write(tx -> {
            tx.write(NOTE, "the books go on", 1);
            return true;
        });
        assertThat(Shop.notes(books)).isEqualTo(1);
    }

    @Test
    void whatIsRefusedBeforeAQuestionFailsItsWork() {
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.write(NOTE, "a", 1);
                    tx.write(NOTE, "a", 2);
                    return number(tx, "a");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    @Test
    void aWorkThatThrowsLeavesNothingOfWhatItWrote() {
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.write(NOTE, "a", 1);
                    throw new UnsupportedOperationException("after the note");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    /** Each third throws, each fifth writes at its end what is refused. */
    @Test
    void ofManyWorksAtOnceOnlyThoseAreUndoneThatFail() throws Exception {
        List<String> answers = Together.run(48, i -> {
            try {
                return books.write(tx -> {
                    tx.write(NOTE, "note " + i, i);
                    if (i % 3 == 0) {
                        throw new UnsupportedOperationException("number " + i);
                    }
                    tx.write(NOTE, i % 5 == 0 ? "note " + i : "beside " + i, i);
                    return "kept";
                });
            } catch (UnsupportedOperationException e) {
                return e.getMessage();
            } catch (IllegalStateException e) {
                return "refused";
            }
        });
        for (int i = 0; i < 48; i++) {
            String expected = i % 3 == 0 ? "number " + i : i % 5 == 0 ? "refused" : "kept";
            assertThat(answers.get(i)).as("work %d", i).isEqualTo(expected);
        }
        List<Long> numbers =
                books.read(tx -> tx.rows("SELECT number FROM notes_note ORDER BY number", row -> row.number("number")));
        assertThat(numbers).hasSize(2 * 26).noneMatch(number -> number % 3 == 0 || number % 5 == 0);
    }

    @Test
    void ofABatchOnlyTheLastIsUndoneWhenWhatItLeftIsRefused() throws Exception {
        assertThat(inOneBatch(List.of(noting("a"), noting("b"), noting("a"))))
                .containsExactly("kept", "kept", "IllegalStateException");
        assertThat(Shop.notes(books)).isEqualTo(2);
    }

    @Test
    void whatAWorkLeftThatThrowsHarmsNobody() throws Exception {
        Work<String> throwing = tx -> {
            tx.write(NOTE, "b", 1);
            tx.write(NOTE, "b", 2);
            throw new UnsupportedOperationException("after what would be refused");
        };
        List<String> answers = inOneBatch(List.of(noting("a"), throwing, noting("b")));
        assertThat(answers.get(0)).isEqualTo("kept");
        assertThat(answers.get(1)).isIn("UnsupportedOperationException", "IllegalStateException");
        assertThat(answers.get(2)).isEqualTo("kept");
        assertThat(Shop.notes(books)).isEqualTo(2);
    }

    /** What one of them asks in a wrong way, and catches, is nobody else's. */
    @Test
    void anArgumentOfNoTypeLosesNothingOfTheOthers() throws Exception {
        Work<String> asking = tx -> {
            tx.write(NOTE, "b", 1);
            assertThatThrownBy(() -> tx.execute("UPDATE notes_note SET number = ?", 3.5))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> tx.write(NOTE, "c", 3.5)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> tx.insert(NOTE, "c", null)).isInstanceOf(IllegalArgumentException.class);
            return "kept";
        };
        assertThat(inOneBatch(List.of(noting("a"), asking, noting("d")))).containsExactly("kept", "kept", "kept");
        assertThat(Shop.notes(books)).isEqualTo(3);
    }

    /** What the driver does not take it takes no better when the work is undone. */
    @Test
    void whatTheDriverRefusesLosesNothingOfTheOthers() throws Exception {
        Work<String> oneTooMany = tx -> {
            tx.write(NOTE, "b", 1, 2);
            return "kept";
        };
        Work<String> unterminated = tx -> {
            tx.write("INSERT INTO notes_note (name, number) VALUES ('b, 1)");
            return "kept";
        };
        Work<String> insertsOneTooMany = tx -> {
            tx.insert(NOTE, "b", 1, 2);
            return "kept";
        };
        assertThat(inOneBatch(List.of(
                        noting("a"),
                        oneTooMany,
                        noting("c"),
                        unterminated,
                        noting("d"),
                        insertsOneTooMany,
                        noting("e"))))
                .containsExactly(
                        "kept",
                        "IllegalStateException",
                        "kept",
                        "IllegalStateException",
                        "kept",
                        "IllegalStateException",
                        "kept");
        assertThat(Shop.notes(books)).isEqualTo(4);
    }

    private static Work<String> noting(String name) {
        return tx -> {
            tx.write(NOTE, name, 1);
            return "kept";
        };
    }

    /** Their answers, or the names of what they threw. */
    private List<String> inOneBatch(List<Work<String>> works) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FutureTask<String> first = new FutureTask<>(() -> books.write(tx -> {
            begun.countDown();
            Together.await(go);
            return "first";
        }));
        new Thread(first).start();
        begun.await();
        List<FutureTask<String>> answers = new ArrayList<>();
        for (Work<String> work : works) {
            FutureTask<String> answer = new FutureTask<>(() -> answer(work));
            Thread thread = new Thread(answer);
            thread.start();
            Together.awaitAll(Thread.State.WAITING, List.of(thread));
            answers.add(answer);
        }
        go.countDown();
        List<String> all = new ArrayList<>();
        for (FutureTask<String> answer : answers) {
            all.add(answer.get(30, TimeUnit.SECONDS));
        }
        return all;
    }

    private String answer(Work<String> work) {
        try {
            return books.write(work);
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    @Test
    void nothingIsWrittenAfterAStatementFailed() {
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.write(NOTE, "a", 1);
                    assertThatThrownBy(() -> tx.execute(NOTE, "a", 2)).isInstanceOf(RuntimeException.class);
                    tx.write(NOTE, "b", 3);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    @Test
    void aQuestionIsNoChange() {
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.write(NOTE, "a", 1);
                    return tx.execute("SELECT number FROM notes_note");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    /** It may throw because of what it was told. */
    @Test
    void whoThrowsAfterInsertingWasToldTheTruth() {
        books.write(tx -> tx.execute(NOTE, "taken", 1));
        assertThatThrownBy(() -> books.write(tx -> {
                    throw new UnsupportedOperationException("new: " + tx.insert(NOTE, "taken", 2));
                }))
                .hasMessage("new: false");
        assertThatThrownBy(() -> books.write(tx -> {
                    throw new UnsupportedOperationException("new: " + tx.insert(NOTE, "other", 2));
                }))
                .hasMessage("new: true");
        assertThat(Shop.notes(books)).isEqualTo(1);
    }

    @Test
    void insertedIsWhatWasNotThere() {
        assertThat(inserted("a", 1)).isTrue();
        assertThat(inserted("a", 2)).isFalse();
        assertThat(inserted("b", 3)).isTrue();
        assertThat(books.<Long>read(tx -> number(tx, "a"))).isEqualTo(1);
        assertThat(books.<Long>read(tx -> number(tx, "b"))).isEqualTo(3);
    }

    private boolean inserted(String name, long number) {
        return books.write(tx -> {
            boolean isNew = tx.insert(NOTE, name, number);
            tx.write(NOTE, "work " + number, isNew ? 1 : 0);
            return isNew;
        });
    }

    /** Of those that insert the same at one moment, one is told that it did. */
    @Test
    void ofManyThatInsertTheSameOneIsFirst() throws Exception {
        List<Boolean> first = Together.run(32, i -> inserted("wanted", 1000 + i));
        assertThat(first).filteredOn(one -> one).hasSize(1);
        long winner = 1000 + first.indexOf(true);
        assertThat(books.<Long>read(tx -> number(tx, "wanted"))).isEqualTo(winner);
        assertThat(books.<List<String>>read(
                        tx -> tx.rows("SELECT name FROM notes_note WHERE number = 1", row -> row.text("name"))))
                .containsExactly("work " + winner);
        assertThat(Shop.notes(books)).isEqualTo(33);
    }

    @Test
    void aReaderCannotWriteLaterEither() {
        assertThatThrownBy(() -> books.read(tx -> {
                    tx.write(NOTE, "a", 1);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    @Test
    void nothingIsWrittenAfterTheWork() {
        Transaction[] kept = new Transaction[1];
        books.write(tx -> {
            kept[0] = tx;
            return true;
        });
        assertThatThrownBy(() -> kept[0].write(NOTE, "a", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept[0].insert(NOTE, "a", 1)).isInstanceOf(IllegalStateException.class);
        assertThat(Shop.notes(books)).isZero();
    }

    private static long number(Transaction tx, String name) {
        return tx.row("SELECT number FROM notes_note WHERE name = ?", row -> row.number("number"), name)
                .orElseThrow();
    }
}
