package io.kassa.pos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.ledger.start.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Audit} promises, on any database. */
abstract class AuditContract {

    private static final AuditRecord ENABLED = AuditRecord.of("anna", "method.enabled", "smartum-gym")
            .changed(Optional.of("off"), Optional.of("on"))
            .by(Shop.FIRST);

    private Store store;
    private Ledger ledger;
    private Audit audit;

    abstract Store store();

    @BeforeEach
    void open() {
        store = store();
        ledger = store.open(Clock.systemUTC());
        audit = ledger.audit();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void append(AuditRecord... records) {
        for (AuditRecord what : records) {
            ledger.books().write(tx -> {
                audit.append(tx, what);
                return true;
            });
        }
    }

    private void tamper(String sql) {
        append(ENABLED, AuditRecord.of("ben", "sale.cancelled", "R1-000001"), AuditRecord.of("ben", "login", "R1"));
        assertThat(audit.verify()).isInstanceOf(AuditCheck.Intact.class);
        ledger.books().write(tx -> tx.execute(sql));
    }

    @Test
    void anEmptyAuditIsIntact() {
        assertThat(audit.verify()).isEqualTo(new AuditCheck.Intact(0, "0".repeat(64)));
    }

    @Test
    void entriesComeBackWhole_newestFirst_pageByPage() {
        append(ENABLED, AuditRecord.of("ben", "login", "R1"), AuditRecord.of("ben", "logout", "R1"));
        List<AuditEntry> first = audit.page(Long.MAX_VALUE, 2);
        List<AuditEntry> second = audit.page(first.get(1).number(), 2);
        assertThat(first).extracting(AuditEntry::number).containsExactly(3L, 2L);
        assertThat(second).extracting(AuditEntry::record).containsExactly(ENABLED);
        assertThat(audit.verify())
                .isEqualTo(new AuditCheck.Intact(3, first.get(0).hash()));
    }

    @Test
    void aPageHasBounds() {
        assertThatThrownBy(() -> audit.page(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> audit.page(1, 1001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEntryGoesWithTheWorkThatIsUndone_andLeavesNoGap() {
        assertThatThrownBy(() -> ledger.books().write(tx -> {
                    audit.append(tx, ENABLED);
                    throw new UnsupportedOperationException("undone");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        append(ENABLED);
        assertThat(audit.page(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::number)
                .containsExactly(1L);
    }

    @Test
    void severalHostsMakeOneChain_andNoneIsRefusedForTheOthers() throws Exception {
        try (Ledger other = store.open(Clock.systemUTC())) {
            Together.run(16, i -> {
                Ledger host = i % 2 == 0 ? ledger : other;
                for (int step = 0; step < 10; step++) {
                    host.books().write(tx -> {
                        host.audit().append(tx, ENABLED);
                        return true;
                    });
                }
                return true;
            });
        }
        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        AuditCheck.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(160));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at - 1",
                "at = at + 1",
                "who = 'eve'",
                "what = 'method.disabled'",
                "subject = 'smartum-gy'",
                "value_before = 'on'",
                "value_after = 'off'",
                "attempt = '0'",
                "hash = upper(hash)",
            })
    void aChangedEntryIsFound(String change) {
        tamper("UPDATE ledger_audit SET " + change + " WHERE number = 1");
        assertThat(audit.verify()).isEqualTo(new AuditCheck.Broken(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"value_before", "value_after", "attempt"})
    void anErasedValueIsFound(String value) {
        tamper("UPDATE ledger_audit SET " + value + " = NULL WHERE number = 1");
        assertThat(audit.verify()).isEqualTo(new AuditCheck.Broken(1));
    }

    @Test
    void aValueThatWasAddedIsFound() {
        tamper("UPDATE ledger_audit SET value_before = '' WHERE number = 2");
        assertThat(audit.verify()).isEqualTo(new AuditCheck.Broken(2));
    }

    @Test
    void anEntryHasTheTimeOfTheHostThatMadeIt() {
        Instant then = Instant.parse("2026-05-04T09:00:00.123456Z");
        try (Ledger other = store.open(Clock.fixed(then.plusNanos(789), ZoneOffset.UTC))) {
            other.books().write(tx -> {
                other.audit().append(tx, ENABLED);
                return true;
            });
        }
        assertThat(audit.page(Long.MAX_VALUE, 1)).extracting(AuditEntry::at).containsExactly(then);
        assertThat(audit.verify()).isInstanceOf(AuditCheck.Intact.class);
    }

    @Test
    void aMissingEntryIsFound() {
        tamper("DELETE FROM ledger_audit WHERE number = 2");
        assertThat(audit.verify()).isEqualTo(new AuditCheck.Broken(2));
    }

    @Test
    void aMissingNewestEntryIsFound() {
        tamper("DELETE FROM ledger_audit WHERE number = 3");
        assertThat(audit.verify()).isEqualTo(new AuditCheck.Broken(3));
    }

    @Test
    void aMissingHeadIsFound() {
        tamper("DELETE FROM ledger_audit_head");
        assertThat(audit.verify()).isEqualTo(new AuditCheck.Broken(4));
    }

    @Test
    void entriesInAnotherOrderAreFound() {
        tamper("UPDATE ledger_audit SET number = CASE number WHEN 2 THEN 13 ELSE 12 END WHERE number > 1");
        ledger.books().write(tx -> tx.execute("UPDATE ledger_audit SET number = number - 10 WHERE number > 10"));
        assertThat(audit.verify()).isEqualTo(new AuditCheck.Broken(2));
    }

    @Test
    void aChainOfManyPagesIsIntact() {
        ledger.books().write(tx -> {
            for (int i = 0; i < 2500; i++) {
                audit.append(tx, ENABLED);
            }
            return true;
        });
        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        AuditCheck.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(2500));
    }
}
