package io.kassa.pos.web;

import static io.kassa.pos.web.AuditedActs.ACTS;
import static io.kassa.pos.web.AuditedActs.NO_LINE;
import static io.kassa.pos.web.AuditedActs.VISIT;
import static io.kassa.pos.web.AuditedTill.SALE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.web.AuditedActs.Act;
import io.kassa.pos.web.AuditedTill.Request;
import io.kassa.pos.web.Description.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that moves money or configures leaves its line in the audit log. Every operation of the API's description that may change
 * something stands in one of two lists: with the lines it leaves, or with why it leaves none.
 */
class AuditedActsTest {

    @TempDir
    Path folder;

    @Test
    void everyOperationThatMayChangeSomethingStandsInOneOfTheLists() throws IOException {
        Set<String> listed = new TreeSet<>(ACTS.keySet());
        assertThat(listed).doesNotContainAnyElementsOf(NO_LINE.keySet());
        listed.addAll(NO_LINE.keySet());
        assertThat(writing().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(listed);
    }

    @TestFactory
    Stream<DynamicTest> anActLeavesItsLine() throws IOException {
        return writing()
                .filter(operation -> ACTS.containsKey(operation.toString()))
                .map(operation -> DynamicTest.dynamicTest(
                        operation.toString(), () -> leavesItsLine(operation, ACTS.get(operation.toString()))));
    }

    private static Stream<Operation> writing() throws IOException {
        return new Description()
                .operations().stream().filter(operation -> !operation.method().equals("GET"));
    }

    private void leavesItsLine(Operation operation, Act act) {
        try (AuditedTill till = operation.path().equals("/api/first-admin") ? AuditedTill.empty(fresh()) : open()) {
            Request request = act.act().apply(till);
            String path = request.path().replaceAll("\\?.*", "");
            assertThat(request.method() + " " + path)
                    .matches(operation.toString().replaceAll("\\{\\w+}", "[^/]+"));
            long before = till.newest();
            till.does(request);
            assertThat(till.since(before)).containsExactlyElementsOf(act.lines());
            saysNoSecret(till);
        }
    }

    /** In what it says, without hashes and ids: four digits may be in those by chance. */
    private static void saysNoSecret(AuditedTill till) {
        String code = till.host.code.spelled();
        assertThat(String.join("\n", till.since(0)))
                .doesNotContain(AuditedTill.SECRETS)
                .doesNotContain(code, code.replace("-", ""));
    }

    @Test
    void whoAnswersIsNamed_alsoWhenSomebodyElseBegan() {
        try (AuditedTill till = open()) {
            till.sells();
            till.begins("a1", Wallet.ID);
            long before = till.newest();
            till.admin("POST", AuditedTill.answers("a1"), AuditedTill.scanned("pay:tx_1:1000:SEAL"));
            assertThat(till.since(before)).containsExactly("admin payment.taken R1-000001: - -> " + VISIT + " (a1)");
        }
    }

    @Test
    void whoVouchesForAPaymentIsNamedWithTheReason() {
        try (AuditedTill till = open()) {
            till.sells();
            long before = till.newest();
            till.types("a1");
            assertThat(till.since(before))
                    .containsExactly(
                            "Aino payment.attested R1-000001: - -> EUR 1000 by wallet, ATTESTED: no light (a1)");
        }
    }

    @Test
    void whatIsLearnedLaterTheTillBooksByItself() {
        try (AuditedTill till = open()) {
            till.sells();
            long before = till.newest();
            till.scans("a1", "lost:tx_1:1000:SEAL");
            till.wallet.lost = Wallet.paid("tx_1", Money.euro(1_000), Evidence.SIGNED);
            till.passes(Duration.ofSeconds(5));
            till.passes(Duration.ofSeconds(5));
            assertThat(till.since(before))
                    .containsExactly(
                            "Aino payment.unknown R1-000001: - -> up to EUR 1000 by wallet (a1)",
                            "till payment.taken R1-000001: UNKNOWN -> " + VISIT + " (a1)",
                            "till payment.confirmed R1-000001: " + VISIT + " -> CONFIRMED, tx_1 (a1)");
            saysNoSecret(till);
        }
    }

    @Test
    void aPaymentThatWasNotMadeAfterAllIsSaid() {
        try (AuditedTill till = open()) {
            till.sells();
            till.scans("a1", "lost:tx_1:1000:SEAL");
            long before = till.newest();
            till.passes(Duration.ofSeconds(5));
            assertThat(till.since(before)).containsExactly("till payment.ended R1-000001: UNKNOWN -> CANCELLED (a1)");
        }
    }

    @Test
    void moneyThatComesTooLateForItsSaleIsSaid() {
        try (AuditedTill till = open()) {
            till.sells();
            till.scans("a1", "lost:tx_1:1000:SEAL");
            till.aino("POST", SALE + "/cancellation", "{\"receipts\":{}}");
            long before = till.newest();
            till.wallet.lost = Wallet.paid("tx_1", Money.euro(1_000), Evidence.CONFIRMED);
            till.passes(Duration.ofSeconds(5));
            assertThat(till.since(before))
                    .containsExactly(
                            "till payment.late R1-000001: UNKNOWN -> EUR 1000 by wallet, CONFIRMED, tx_1 (a1)");
        }
    }

    @Test
    void aRefundThatIsNotMadeOrNotKnownIsSaid() {
        try (AuditedTill till = open()) {
            till.sold(Wallet.ID);
            long before = till.newest();
            till.wallet.refund = Optional.of(new RefundOutcome.Unknown(Wallet.WHY));
            till.refunds();
            till.wallet.refund = Optional.of(new RefundOutcome.Declined(Wallet.WHY));
            till.aino("POST", "/api/refunds/attempts/" + till.part() + "/inquiry", "");
            assertThat(till.since(before))
                    .containsExactly(
                            "Aino refund.begun R1-000001: " + VISIT + " -> EUR 1000 by wallet, of attempt a1 (ID)",
                            "Aino refund.unknown R1-000001: OPEN -> EUR 1000 by wallet (ID)",
                            "till refund.ended R1-000001: UNKNOWN -> EUR 1000 by wallet: not made (ID)");
        }
    }

    @Test
    void wrongTriesThatLockSomebodyOutAreSaid() {
        try (AuditedTill till = open()) {
            long before = till.newest();
            String wrong = "{\"kind\":\"password\",\"name\":\"admin\",\"password\":\"demo-admin-2027\"}";
            for (int tries = 0; tries < 5; tries++) {
                assertThat(till.cashier.send("POST", "/api/session", wrong).statusCode())
                        .isEqualTo(403);
            }
            assertThat(till.since(before)).containsExactly("admin login.locked admin: - -> -");
        }
    }

    @Test
    void aPersonWhoseSecretStaysIsSaidToHaveNoNewOne() {
        try (AuditedTill till = open()) {
            long before = till.newest();
            JsonNode people = till.admin(
                    "PUT", "/api/config/people/Aino", "{\"role\":\"CASHIER\",\"mayAttest\":true,\"active\":false}");
            assertThat(people).isNotEmpty();
            assertThat(till.since(before))
                    .containsExactly(
                            "admin person.saved Aino: Person[name=Aino, role=CASHIER, mayAttest=true, active=true]"
                                    + " -> Person[name=Aino, role=CASHIER, mayAttest=true, active=false]");
        }
    }

    private AuditedTill open() {
        return AuditedTill.open(fresh());
    }

    private Path fresh() {
        return folder.resolve(UUID.randomUUID().toString());
    }
}
