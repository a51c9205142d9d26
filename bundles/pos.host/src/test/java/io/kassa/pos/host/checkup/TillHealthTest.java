package io.kassa.pos.host.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.config.Configurations;
import io.kassa.pos.host.config.PlugIns;
import io.kassa.pos.host.config.TillSetup;
import io.kassa.pos.host.health.Health;
import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.host.store.MarkTable;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.host.vault.Secrets;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.pos.spi.settings.SelfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TillHealthTest extends OpenShop {

    private static final long MEGA = 1024 * 1024;

    private TillHealth health;
    private LongSupplier free = () -> 50_000 * MEGA;

    @BeforeEach
    void open() {
        Secrets secrets =
                new Secrets(Vault.at(folder.resolve("keys/secrets.key")), new NoSecrets(), name -> Optional.empty());
        Setup setup = new TillSetup(shop.desk, new PlugIns(), new NoConfigurations(), secrets);
        health = new TillHealth(shop.desk, setup, () -> free.getAsLong());
    }

    @Test
    void aTillThatIsWellSaysSoCheckByCheck() {
        List<Note> notes = health.look(Set.of());
        assertThat(notes)
                .extracting(Note::check)
                .containsExactly("books", "disk", "clock", "methods", "backlog", "audit");
        assertThat(notes).allMatch(note -> note.severity() == Severity.OK);
    }

    @Test
    void whatIsWrongHasThreePartsInThreeLanguages() {
        free = () -> 99 * MEGA;
        shop.takeWalletAway.run();
        putTheClockBack();
        List<Note> wrong = health.look(Set.of()).stream()
                .filter(note -> note.severity() != Severity.OK)
                .toList();
        assertThat(wrong).extracting(Note::check).containsExactly("disk", "clock", "methods");
        for (Note note : wrong) {
            assertThat(note.happened().texts()).containsKeys("en", "fi", "sv");
            assertThat(note.money().orElseThrow().texts()).containsKeys("en", "fi", "sv");
            assertThat(note.next().orElseThrow().texts()).containsKeys("en", "fi", "sv");
        }
    }

    @Test
    void booksThatCannotBeWrittenAreAnError() {
        shop.books.failOnce();
        Note note = only("books");
        assertThat(note.severity()).isEqualTo(Severity.ERROR);
        assertThat(note.happened().code()).isEqualTo("health.books-away");
        assertThat(only("books").severity()).isEqualTo(Severity.OK);
    }

    @Test
    void thatTheBooksCanBeWrittenIsSaidOfSomethingThatWasWritten() throws IOException {
        Path log = folder.resolve("books.db-wal");
        byte[] before = Files.readAllBytes(log);
        assertThat(only("books").severity()).isEqualTo(Severity.OK);
        assertThat(Files.readAllBytes(log)).isNotEqualTo(before);
        assertThat(shop.ledger.books().<Optional<String>>read(tx -> new MarkTable(tx).mark("health")))
                .isEmpty();
    }

    @Test
    void whileTheBooksAreAwayOneFindingSaysSoAndTheRestIsNotRun() {
        shop.books.away(true);
        List<Note> notes = health.look(Set.of(Health.SHALLOW));
        shop.books.away(false);
        assertThat(notes).filteredOn(note -> note.severity() == Severity.ERROR).hasSize(1);
        assertThat(notes)
                .filteredOn(note -> note.severity() == Severity.SKIPPED)
                .extracting(Note::check)
                .containsExactly("methods", "backlog");
    }

    @Test
    void littleRoomIsAWarningAndHardlyAnyAnError() {
        free = () -> 1_023 * MEGA;
        assertThat(only("disk").severity()).isEqualTo(Severity.WARNING);
        free = () -> 99 * MEGA;
        assertThat(only("disk").severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aMethodThatIsEnabledAndNotThereOrClosedIsAnError() {
        shop.takeFilterAway.run();
        assertThat(only("methods").happened().code()).isEqualTo("hint.closed");
        shop.takeWalletAway.run();
        assertThat(only("methods").happened().code()).isEqualTo("hint.missing");
        assertThat(only("methods").severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void anAnswerThatIsLateByMinutesIsNoFindingYet() {
        shop.wallet.evidence = Evidence.SIGNED;
        shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        shop.clock.move(Duration.ofMinutes(14));
        assertThat(only("backlog").severity()).isEqualTo(Severity.OK);
        shop.clock.move(Duration.ofMinutes(2));
        assertThat(only("backlog").happened().code()).isEqualTo("health.unanswered");
    }

    @Test
    void casesAndUnusedPaymentsWaitForAPerson() {
        shop.wallet.evidence = Evidence.SIGNED;
        shop.till("R1").sells("gym").paysWith("wallet").scans("pay:tx_1:1000");
        shop.wallet.verifications.add(
                new Verification.Contradicted(Optional.empty(), ScriptedWallet.guidance("cancelled")));
        shop.clock.move(Duration.ofSeconds(2));
        shop.receipts.followUps().run();
        shop.till("R1").cancels(Map.of());
        assertThat(health.look(Set.of("backlog")))
                .extracting(note -> note.happened().code())
                .containsExactly("health.cases", "health.unused");
    }

    @Test
    void aRefundThatWasLeftInTheMiddleIsAFindingOnceItIsOld() {
        Till till = shop.till("R1").sells("gym").paysWith("wallet").types(1_000).completes();
        shop.receipts.refund(Shop.AINO, till.sale().id(), "r1", Map.of(), Map.of());
        shop.clock.move(Duration.ofMinutes(14));
        assertThat(only("backlog").severity()).isEqualTo(Severity.OK);
        shop.clock.move(Duration.ofMinutes(2));
        assertThat(only("backlog").happened().code()).isEqualTo("health.unfinished");
        assertThat(only("backlog").money().orElseThrow().code()).isEqualTo("money.left-to-return");
    }

    @Test
    void aHistoryThatWasChangedByHandIsAnError() {
        shop.ledger.books().write(tx -> {
            shop.ledger.audit().append(tx, AuditRecord.of("Aino", "sale.opened", "R1-000001"));
            return tx.execute("UPDATE ledger_audit SET subject = 'other'");
        });
        assertThat(only("audit").happened().code()).isEqualTo("health.audit-broken");
    }

    @Test
    void aShallowLookAsksNoProviderAndADeepOneDoes() {
        AtomicInteger asked = new AtomicInteger();
        SelfTest test = () -> {
            asked.incrementAndGet();
            return List.of(new Finding(
                    "reachable", Severity.ERROR, ScriptedWallet.text("away"), Optional.empty(), Optional.empty()));
        };
        shop.methods.add(ScriptedWallet.ID, test, Rank.PLAIN);
        assertThat(health.look(Set.of(Health.SHALLOW))).extracting(Note::check).doesNotContain("wallet");
        assertThat(health.look(Set.of(Health.OWN))).extracting(Note::check).doesNotContain("wallet");
        assertThat(asked).hasValue(0);
        assertThat(health.look(Set.of("payment", Health.DEEP)))
                .extracting(Note::check)
                .containsExactly("wallet");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aCheckThatBreaksIsAFinding() {
        SelfTest test = () -> {
            throw new IllegalStateException("broken");
        };
        shop.methods.add(ScriptedWallet.ID, test, Rank.PLAIN);
        assertThat(only("wallet").happened().code()).isEqualTo("health.failed");
        free = () -> {
            throw new IllegalStateException("no such folder");
        };
        assertThat(only("disk").severity()).isEqualTo(Severity.ERROR);
    }

    private Note only(String check) {
        List<Note> notes = health.look(Set.of()).stream()
                .filter(note -> note.check().equals(check))
                .toList();
        assertThat(notes).hasSize(1);
        return notes.get(0);
    }

    private void putTheClockBack() {
        shop.ledger.books().write(tx -> {
            shop.ledger.audit().append(tx, AuditRecord.of("Aino", "sale.opened", "R1-000001"));
            return null;
        });
        shop.clock.move(Duration.ofMinutes(-5));
    }

    /** No plug-in is there that could be configured. */
    private static final class NoConfigurations implements Configurations {

        @Override
        public Map<String, Map<String, Object>> of(String factoryPid) {
            return Map.of();
        }

        @Override
        public void save(String factoryPid, String name, Map<String, Object> settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String factoryPid, String name) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoSecrets implements Secrets.Store {

        @Override
        public Optional<String> sealed(String name) {
            return Optional.empty();
        }

        @Override
        public void keep(String name, String ciphertext) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
