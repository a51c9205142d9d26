package io.kassa.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.ledger.start.Ledger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./pos audit verify} as it is typed, beside a till that has the books open. */
class AuditScriptTest {

    @TempDir
    Path folder;

    private Ledger ledger;

    /** @param status what it ended with */
    private record Said(int status, String text) {}

    @BeforeEach
    void aDay() {
        ledger = Ledger.open(folder, Clock.systemUTC());
        for (String what : new String[] {"payment.taken", "sale.completed", "refund.begun", "refund.done"}) {
            ledger.books().write(tx -> {
                ledger.audit().append(tx, AuditRecord.of("Aino", what, "R1-000001"));
                return null;
            });
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void goodBooksHold_andAreFoundAgainByTheHeadThatItTold() throws Exception {
        Said said = verify();
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).contains("The audit log holds: 4 entries, head ");
        String head = said.text().strip().replaceAll("(?s).* ", "");
        assertThat(verify(head).status()).isZero();
        assertThat(verify("ab".repeat(32)).status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "changed      | 2 | UPDATE ledger_audit SET who = 'Eero' WHERE number = 2",
                "taken out    | 3 | DELETE FROM ledger_audit WHERE number = 3",
                "the last one | 4 | DELETE FROM ledger_audit WHERE number = 4",
                "moved        | 2 | UPDATE ledger_audit SET number = CASE number WHEN 2 THEN -3 ELSE -2 END WHERE number IN (2, 3)",
            })
    void changedBooksAreFound(String how, int entry, String change) throws Exception {
        ledger.books().write(tx -> tx.execute(change));
        ledger.books().write(tx -> tx.execute("UPDATE ledger_audit SET number = -number WHERE number < 0"));
        Said said = verify();
        assertThat(said.status()).as(how + ": " + said.text()).isEqualTo(1);
        assertThat(said.text()).contains("Entry " + entry + " of the audit log was changed, taken out or moved.");
    }

    @Test
    void aDatabaseServerThatIsAwayIsOneLine() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:1/shop?user=shop";
        Said said = verify(Map.of("POS_LEDGER_URL", url, "POS_LEDGER_PASSWORD", "not asked for"));
        assertThat(said.status()).as(said.text()).isEqualTo(2);
        assertThat(said.text().lines())
                .containsExactly(
                        "Audit log in " + url,
                        "The audit log could not be read: The database server of the books cannot be reached");
    }

    private Said verify(String... head) throws Exception {
        return verify(Map.of(), head);
    }

    private Said verify(Map<String, String> environment, String... head) throws Exception {
        Path top = Path.of("../..").toRealPath();
        ProcessBuilder builder = new ProcessBuilder(top.resolve("pos").toString(), "audit", "verify");
        builder.command().addAll(List.of(head));
        builder.environment().put("POS_DATA", folder.toString());
        builder.environment().put("POS_NO_BUILD", "1");
        builder.environment().remove("POS_LEDGER_URL");
        builder.environment().putAll(environment);
        Process script = builder.redirectErrorStream(true).start();
        script.getOutputStream().close();
        String text = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(script.waitFor(), text);
    }
}
