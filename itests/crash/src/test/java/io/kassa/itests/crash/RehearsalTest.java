package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.ledger.sqlite.SqliteBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a start the till rehearses: that reaches what a scan needs, and leaves nothing. */
class RehearsalTest {

    private static final List<String> ITS_WORDS = List.of("rehearsal", "understudy", "Rehearsal");

    /** Of the project's own: the look-up's answer, since nothing is looked up before, nine; without a rehearsal 123. */
    private static final int MOST_NEW_CLASSES = 15;

    @TempDir
    Path folder;

    private Path classes;
    private Shop shop;

    @BeforeEach
    void open() {
        classes = folder.resolve("classes");
        shop = new Shop(
                folder,
                Agent.jar(folder),
                "till",
                List.of("-Xlog:class+load=info:file=" + classes + ":none:filecount=0"));
        shop.starts();
        shop.configures(List.of("R1"));
        shop.settles();
        shop.kill();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void leavesNothing_andKeepsNobodyWaitingForTheDisk() throws IOException {
        Strace.must();
        Map<String, List<String>> before = books();
        int calls = shop.provider().calls().size();
        Path trace = folder.resolve("trace");
        Strace.Around disk = Strace.around(shop.till(), trace, "fsync,fdatasync", "", List.of());
        shop.begins();
        TillApi visitor = new TillApi(shop.till().root());
        for (int tries = 0; !visitor.isOpen(); tries++) {
            assertThat(tries).isLessThan(1500);
            Java.pause(20);
        }
        shop.settles();
        disk.close();
        assertThat(books()).isEqualTo(before);
        assertThat(Files.readAllLines(trace))
                .as("flushes, of which the start itself needs some")
                .anyMatch(line -> line.contains("books.db"))
                .noneMatch(line -> line.contains("spare-books"));
        assertThat(shop.provider().calls().stream().skip(calls))
                .as("what the plug-in asks at its start")
                .allMatch(call -> List.of("TOKEN", "VENUES").contains(call));
        shop.reopens();
        String metrics = shop.api().page("/metrics", "").body();
        assertThat(metrics).contains("kassa_").doesNotContain(ITS_WORDS);
        assertThat(shop.till().console()).doesNotContain(ITS_WORDS);
        assertThat(logs()).doesNotContain(ITS_WORDS);
    }

    @Test
    void reachesWhatAScanNeeds() throws IOException {
        shop.starts();
        shop.settles();
        Scan scan = new Scan(shop, "R1");
        List<String> before = Files.readAllLines(classes);
        scan.read();
        List<String> after = Files.readAllLines(classes);
        assertThat(before).anyMatch(line -> line.startsWith("io.kassa.pos.host.outcomes.Occurrence$Scanned "));
        assertThat(after.stream().skip(before.size()).filter(line -> line.startsWith("io.kassa.")))
                .as("classes that the first scan is the first to need")
                .hasSizeLessThan(MOST_NEW_CLASSES);
    }

    /** Table to rows. */
    private Map<String, List<String>> books() {
        return SqliteBooks.lookInto(shop.data(), tx -> {
            Map<String, List<String>> tables = new TreeMap<>();
            tx.rows("SELECT name FROM sqlite_master WHERE type = 'table'", row -> row.text("name"))
                    .forEach(table -> tables.put(table, rows(tx, table)));
            return tables;
        });
    }

    private static List<String> rows(Transaction tx, String table) {
        String columns = String.join(
                " || '|' || ",
                tx.rows(
                        "SELECT name FROM pragma_table_info(?)",
                        row -> "COALESCE(" + row.text("name") + ", '')",
                        table));
        return tx.rows("SELECT " + columns + " AS line FROM " + table, row -> row.text("line"));
    }

    private String logs() throws IOException {
        try (Stream<Path> files = Files.list(shop.data().resolve("log"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
