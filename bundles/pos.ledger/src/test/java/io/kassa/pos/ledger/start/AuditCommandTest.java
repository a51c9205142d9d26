package io.kassa.pos.ledger.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.AuditCheck;
import io.kassa.pos.ledger.AuditRecord;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCommandTest {

    @TempDir
    Path folder;

    private Ledger ledger;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aDayOfThreeEntries() {
        ledger = Ledger.open(folder, Clock.systemUTC());
        for (String what : new String[] {"login", "sale.completed", "logout"}) {
            ledger.books().write(tx -> {
                ledger.audit().append(tx, AuditRecord.of("ben", what, "R1"));
                return true;
            });
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anIntactChainIsSaidToHold_whileTheTillIsOpen() {
        assertThat(verify(Optional.empty())).isEqualTo(AuditCommand.HOLDS);
        assertThat(words()).contains("3 entries", head());
    }

    @Test
    void aHeadThatWasToldEarlierIsStillFound() {
        String earlier = ledger.audit().page(Long.MAX_VALUE, 10).get(1).hash();
        assertThat(verify(Optional.of(earlier))).isEqualTo(AuditCommand.HOLDS);
    }

    @Test
    void aChainThatWasWrittenAnewIsFoundByAnEarlierHead() {
        assertThat(verify(Optional.of("ab".repeat(32)))).isEqualTo(AuditCommand.BROKEN);
        assertThat(words()).contains("written anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"who = 'eve'", "at = at + 60000000", "value_before = 'R1'"})
    void aChangedEntryIsNamed(String change) {
        change("UPDATE ledger_audit SET " + change + " WHERE number = 2");
        assertThat(verify(Optional.empty())).isEqualTo(AuditCommand.BROKEN);
        assertThat(words()).startsWith("Entry 2 ");
    }

    @Test
    void aMissingEntryIsNamed() {
        change("DELETE FROM ledger_audit WHERE number = 3");
        assertThat(verify(Optional.empty())).isEqualTo(AuditCommand.BROKEN);
        assertThat(words()).startsWith("Entry 3 ");
    }

    @Test
    void entriesInAnotherOrderAreNamed() {
        change("UPDATE ledger_audit SET number = CASE number WHEN 2 THEN -3 ELSE -2 END WHERE number > 1");
        change("UPDATE ledger_audit SET number = -number WHERE number < 0");
        assertThat(verify(Optional.empty())).isEqualTo(AuditCommand.BROKEN);
        assertThat(words()).startsWith("Entry 2 ");
    }

    @Test
    void whereThereAreNoBooksNothingIsCheckedAndNoneAreMade() {
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(verify(elsewhere, Optional.empty())).isEqualTo(AuditCommand.NOT_CHECKED);
        assertThat(words()).contains("There are no books");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void booksThatAreNoDatabaseAreNotChecked() throws Exception {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("books.db"), "not a database at all ".repeat(100));
        assertThat(verify(broken, Optional.empty())).isEqualTo(AuditCommand.NOT_CHECKED);
    }

    @Test
    void aDatabaseThatIsNoTillsIsNotChecked() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other.resolve("books.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE something_else (id TEXT)");
        }
        assertThat(verify(other, Optional.empty())).isEqualTo(AuditCommand.NOT_CHECKED);
        assertThat(words()).contains("no books of a till");
    }

    @Test
    void aPasswordThatIsNotThereIsSaid() {
        int code = AuditCommand.verify(
                () -> LedgerSettings.read(
                        name -> Optional.ofNullable(Map.of(
                                        "kassa.ledger.url", "jdbc:postgresql://localhost/books?user=till",
                                        "kassa.ledger.password", "$[env:NOT_SET]")
                                .get(name)),
                        name -> Optional.empty()),
                Optional.empty(),
                out());
        assertThat(code).isEqualTo(AuditCommand.NOT_CHECKED);
        assertThat(words()).contains("NOT_SET").hasLineCount(1);
    }

    @Test
    void withoutTheDriverOfTheDatabaseThatIsSaid() throws Exception {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> !jar.contains("HikariCP") && !jar.contains("postgresql"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "-Dkassa.ledger.url=jdbc:postgresql://localhost/books?user=till",
                        AuditCommand.class.getName())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(said);

        assertThat(process.waitFor()).isEqualTo(AuditCommand.NOT_CHECKED);
        assertThat(words()).contains("HikariCP").hasLineCount(1);
    }

    private int verify(Optional<String> head) {
        return verify(folder, head);
    }

    private int verify(Path books, Optional<String> head) {
        return AuditCommand.verify(() -> new LedgerSettings(books, Optional.empty(), Optional.empty()), head, out());
    }

    private void change(String sql) {
        ledger.books().write(tx -> tx.execute(sql));
    }

    private String head() {
        return ((AuditCheck.Intact) ledger.audit().verify()).head();
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
