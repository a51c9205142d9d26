package io.kassa.pos.ledger.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.AuditCheck;
import io.kassa.pos.ledger.AuditRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void aChangedEntryIsNamed() {
        change("UPDATE ledger_audit SET who = 'eve' WHERE number = 2");
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
    void whereThereAreNoBooksNothingIsCheckedAndNoneAreMade() {
        Path elsewhere = folder.resolve("elsewhere");
        int code = AuditCommand.verify(
                new LedgerSettings(elsewhere, Optional.empty(), Optional.empty()), Optional.empty(), out());
        assertThat(code).isEqualTo(AuditCommand.NOT_CHECKED);
        assertThat(words()).contains("There are no books");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void booksThatAreNoDatabaseAreNotChecked() throws Exception {
        Path broken = java.nio.file.Files.createDirectories(folder.resolve("broken"));
        java.nio.file.Files.writeString(broken.resolve("books.db"), "not a database at all ".repeat(100));
        int code = AuditCommand.verify(
                new LedgerSettings(broken, Optional.empty(), Optional.empty()), Optional.empty(), out());
        assertThat(code).isEqualTo(AuditCommand.NOT_CHECKED);
    }

    private int verify(Optional<String> head) {
        return AuditCommand.verify(new LedgerSettings(folder, Optional.empty(), Optional.empty()), head, out());
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
