package io.kassa.pos.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.ledger.SchemaPart;
import io.kassa.pos.ledger.Transaction;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.payment.AttemptId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    private static final String NAME = "{\"code\":\"name\",\"arguments\":[],\"texts\":{\"en\":\"Wallet\"}}";

    @Test
    void attemptsOfAnOlderStoreLearnTheSchemeFromTheirPayments(@TempDir Path folder) {
        try (Ledger ledger = Ledger.open(folder, Clock.systemUTC())) {
            SchemaPart now = Schema.part();
            ledger.books().install(new SchemaPart(now.name(), now.migrations().subList(0, 5)));
            ledger.books().write(tx -> {
                attempt(tx, "scanned", "PAYMENT", "wallet", "");
                attempt(tx, "typed", "PAYMENT", "wallet", "");
                attempt(tx, "back", "REFUND", "wallet", "scanned");
                attempt(tx, "back-in-cash", "REFUND", "cash", "scanned");
                tender(tx, "scanned", "wallet:https://wallet.example", "tx1");
                tender(tx, "typed", "", "");
                return null;
            });
            ledger.books().install(now);
            List<String> schemes = ledger.books().read(SchemaTest::schemes);
            assertThat(schemes)
                    .containsExactly(
                            "back wallet:https://wallet.example",
                            "back-in-cash -",
                            "scanned wallet:https://wallet.example",
                            "typed -");
        }
    }

    @Test
    void typedPaymentsOfAnOlderStoreWereVouchedForByWhoBeganThem(@TempDir Path folder) {
        try (Ledger ledger = Ledger.open(folder, Clock.systemUTC())) {
            SchemaPart now = Schema.part();
            ledger.books().install(new SchemaPart(now.name(), now.migrations().subList(0, 5)));
            ledger.books().write(tx -> {
                attempt(tx, "typed", "PAYMENT", "wallet", "");
                attempt(tx, "scanned", "PAYMENT", "wallet", "");
                tx.execute("UPDATE till_attempt SET reason = 'no camera' WHERE id = 'typed'");
                return null;
            });
            ledger.books().install(now);
            List<String> vouched = ledger.books()
                    .read(tx -> tx.rows(
                            "SELECT id, vouched_by FROM till_attempt ORDER BY id",
                            row -> row.text("id") + " "
                                    + row.findText("vouched_by").orElse("-")));
            assertThat(vouched).containsExactly("scanned -", "typed Aino");
        }
    }

    @Test
    void whatAHostOfAnOlderVersionVouchesForBesideThisOne_isReadAsItsCashiers(@TempDir Path folder) {
        try (Ledger ledger = Ledger.open(folder, Clock.systemUTC())) {
            SchemaPart now = Schema.part();
            ledger.books().install(new SchemaPart(now.name(), now.migrations().subList(0, 5)));
            ledger.books().write(tx -> {
                attempt(tx, "typed", "PAYMENT", "wallet", "");
                return null;
            });
            ledger.books().install(now);
            ledger.books()
                    .write(tx -> tx.execute(
                            "UPDATE till_attempt SET reason = 'no camera', method_name = ? WHERE id = 'typed'", NAME));
            Attempt typed = ledger.books()
                    .read(tx -> new AttemptTable(tx).find(new AttemptId("typed")))
                    .orElseThrow();
            assertThat(typed.vouched()).contains(new Vouched("Aino", "no camera"));
        }
    }

    @Test
    void refundsUnderWayAreFoundWithoutLookingThroughAllAttempts(@TempDir Path folder) {
        try (Ledger ledger = Ledger.open(folder, Clock.systemUTC())) {
            ledger.books().install(Schema.part());
            List<String> plan = ledger.books()
                    .read(tx -> tx.rows("EXPLAIN QUERY PLAN " + AttemptTable.REFUNDING, row -> row.text("detail")));
            assertThat(plan).hasSize(1).first().asString().contains("till_attempt_giving_back");
        }
    }

    @Test
    void unfinishedRefundsAreFoundWithoutLookingThroughAllAttempts(@TempDir Path folder) {
        try (Ledger ledger = Ledger.open(folder, Clock.systemUTC())) {
            ledger.books().install(Schema.part());
            List<String> plan = ledger.books()
                    .read(tx -> tx.rows("EXPLAIN QUERY PLAN " + RefundTable.UNFINISHED, row -> row.text("detail")));
            assertThat(plan)
                    .anySatisfy(step -> assertThat(step).contains("till_attempt_giving_back"))
                    .noneMatch(step -> step.equals("SCAN till_refund") || step.equals("SCAN till_attempt"));
        }
    }

    private static List<String> schemes(Transaction tx) {
        return tx.rows(
                "SELECT id, scheme FROM till_attempt ORDER BY id",
                row -> row.text("id") + " " + row.findText("scheme").orElse("-"));
    }

    private static void attempt(Transaction tx, String id, String kind, String method, String payment) {
        tx.execute("INSERT INTO till_attempt VALUES ('" + id + "', '" + kind + "', 'S', 'R1', 'Aino', '" + method
                + "', '{}', 'PAID', 1, 1, 'EUR', NULL, 0, NULL, NULL, 0, NULL, '[]', NULL, " + quoted(payment)
                + ", 0)");
    }

    private static void tender(Transaction tx, String attempt, String scheme, String reference) {
        tx.execute("INSERT INTO till_tender VALUES ('" + attempt + "', 'S', 'wallet', '{}', 1, 1, 0, 0, 'SIGNED', "
                + quoted(scheme) + ", " + quoted(reference) + ", '{}', '[]', 0, NULL, 0, 0)");
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "NULL" : "'" + text + "'";
    }
}
