package io.kassa.pos.web;

import static io.kassa.pos.web.AuditedTill.R1;
import static io.kassa.pos.web.AuditedTill.SALE;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.web.AuditedTill.Request;
import io.kassa.pos.web.Description.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that moves money or configures leaves its line in the audit log. Every operation of the API's description that may change
 * something stands in one of two lists here: with the lines it leaves, or with why it leaves none.
 */
class AuditedActsTest {

    private static final String VISIT = "EUR 1000 by wallet, SIGNED, tx_1";
    private static final String SCANNER = """
            {"port":"/dev/ttyACM0","baud":9600,"dataBits":8,"parity":"NONE","stopBits":1,"ending":"CR","prefix":""}""";
    private static final String SCANNER_SAID = "SerialSettings[port=/dev/ttyACM0, baud=9600, dataBits=8, parity=NONE,"
            + " stopBits=1, ending=CR, prefix=]";

    /** @param act prepares a till, and says what to send to it */
    private record Act(Function<AuditedTill, Request> act, List<String> lines) {}

    private static final Map<String, String> NO_LINE = Map.ofEntries(
            entry(
                    "POST /api/session",
                    "moves and configures nothing; wrong tries that lock somebody out leave login.locked"),
            entry("DELETE /api/session", "moves and configures nothing"),
            entry("POST /api/session/confirmation", "moves and configures nothing"),
            entry(
                    "POST /api/registers/{register}/lines",
                    "nothing is paid for it yet; the end of its sale says what was due"),
            entry("POST /api/registers/{register}/scans", "as a line"),
            entry("PUT /api/registers/{register}/sales/{sale}/lines/{line}", "as a line; what was paid stays"),
            entry("PUT /api/registers/{register}/sales/{sale}/discount", "as a line; what was paid stays"),
            entry("DELETE /api/registers/{register}/attempts/{attempt}", "takes a message off the screen"),
            entry("POST /api/receipts/{sale}/proposals", "only looks"),
            entry("POST /api/config/methods/{method}/test", "only looks"),
            entry("POST /api/config/forms/{factoryPid}/check", "only looks"),
            entry("POST /api/config/forms/{factoryPid}/probe", "only looks"),
            entry("POST /api/outlines", "only looks"),
            entry("POST /api/config/scanner/picture", "only looks"),
            entry("POST /api/health", "only looks"));

    private static final Map<String, Act> ACTS = Stream.of(paying(), ending(), refunding(), cases(), shop(), machine())
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    @TempDir
    Path folder;

    private static Map<String, Act> paying() {
        return Map.of(
                "POST /api/registers/{register}/sales/{sale}/payments",
                aino(
                        AuditedTill::sells,
                        "POST",
                        SALE + "/payments",
                        AuditedTill.payment("a1", "card"),
                        "Aino payment.taken R1-000001: - -> EUR 1000 by card, ATTESTED (a1)"),
                "POST /api/registers/{register}/attempts/{attempt}/answers",
                aino(
                        till -> {
                            till.sells();
                            till.begins("a1", Wallet.ID);
                        },
                        "POST",
                        AuditedTill.answers("a1"),
                        AuditedTill.scanned("pay:tx_1:1000:SEAL"),
                        "Aino payment.taken R1-000001: - -> " + VISIT + " (a1)"),
                "POST /api/registers/{register}/attempts/{attempt}/picture",
                aino(
                        till -> {
                            till.sells();
                            till.begins("a1", Wallet.ID);
                        },
                        "POST",
                        R1 + "/attempts/a1/picture?step=scan",
                        "pay:tx_1:1000:SEAL",
                        "Aino payment.taken R1-000001: - -> " + VISIT + " (a1)"),
                "DELETE /api/registers/{register}/sales/{sale}/tenders/{attempt}",
                aino(
                        till -> {
                            till.sells();
                            till.begins("a1", "cash");
                            till.aino("POST", AuditedTill.answers("a1"), AuditedTill.amount(2_000));
                        },
                        "DELETE",
                        SALE + "/tenders/a1",
                        "",
                        "Aino payment.removed R1-000001: EUR 2000 by cash, ATTESTED, change EUR 1000 -> - (a1)"),
                "POST /api/registers/{register}/sales/{sale}/unused",
                aino(
                        till -> {
                            till.kept();
                            till.sells();
                        },
                        "POST",
                        R1 + "/sales/R1-000002/unused",
                        "{\"attempt\":\"a1\"}",
                        "Aino unused.used R1-000002: attempt a1 -> " + VISIT + " (ID)"));
    }

    private static Map<String, Act> ending() {
        return Map.of(
                "POST /api/registers/{register}/sales/{sale}/completion",
                aino(
                        till -> {
                            till.sells();
                            till.begins("a1", "card");
                        },
                        "POST",
                        SALE + "/completion",
                        "",
                        "Aino sale.completed R1-000001: - -> EUR 1000"),
                "POST /api/registers/{register}/sales/{sale}/cancellation",
                aino(
                        till -> {
                            till.sells();
                            till.sells();
                            till.scans("a1", "pay:tx_1:1000:SEAL");
                            till.begins("a2", "card");
                        },
                        "POST",
                        SALE + "/cancellation",
                        "{\"receipts\":{\"a1\":\"REFUND\"}}",
                        "Aino payment.kept R1-000001: " + VISIT + " -> - (a1)",
                        "Aino payment.removed R1-000001: EUR 1000 by card, ATTESTED -> - (a2)",
                        "Aino sale.cancelled R1-000001: EUR 2000 -> -",
                        "Aino refund.begun R1-000001: " + VISIT + " -> EUR 1000 by wallet, of attempt a1 (ID)",
                        "Aino refund.done R1-000001: OPEN -> EUR 1000 by wallet (ID)"));
    }

    private static Map<String, Act> refunding() {
        return Map.of(
                "POST /api/receipts/{sale}/refunds",
                aino(
                        till -> till.sold("card"),
                        "POST",
                        "/api/receipts/R1-000001/refunds",
                        "{\"refund\":\"r1\",\"lines\":{},\"methods\":{}}",
                        "Aino refund.begun R1-000001: EUR 1000 by card, ATTESTED -> EUR 1000 by card, of attempt a1 (ID)"),
                "POST /api/unused/{attempt}/refunds",
                aino(
                        AuditedTill::kept,
                        "POST",
                        "/api/unused/a1/refunds",
                        "{\"refund\":\"r1\"}",
                        "Aino refund.begun R1-000001: " + VISIT + " -> EUR 1000 by wallet, of attempt a1 (ID)",
                        "Aino refund.done R1-000001: OPEN -> EUR 1000 by wallet (ID)"),
                "POST /api/refunds/attempts/{attempt}/answers",
                new Act(
                        till -> {
                            till.sold("card");
                            till.refunds();
                            return new Request(
                                    till.cashier,
                                    "POST",
                                    "/api/refunds/attempts/" + till.part() + "/answers",
                                    "{\"step\":\"confirm\",\"answer\":{\"kind\":\"confirmed\"}}");
                        },
                        List.of("Aino refund.done R1-000001: OPEN -> EUR 1000 by card (ID)")),
                "POST /api/refunds/attempts/{attempt}/picture",
                new Act(
                        till -> {
                            till.sold("typed");
                            till.refunds();
                            return new Request(
                                    till.cashier,
                                    "POST",
                                    "/api/refunds/attempts/" + till.part() + "/picture?step=scan",
                                    "pay:tx_1:1000:SEAL");
                        },
                        List.of(
                                "Aino payment.confirmed R1-000001: EUR 1000 by wallet, ATTESTED -> CONFIRMED, tx_1 (a1)",
                                "Aino refund.done R1-000001: OPEN -> EUR 1000 by wallet (ID)")),
                "POST /api/refunds/attempts/{attempt}/inquiry",
                new Act(
                        till -> {
                            till.sold(Wallet.ID);
                            till.wallet.refund = Optional.of(new RefundOutcome.Unknown(Wallet.WHY));
                            till.refunds();
                            till.wallet.refund = Optional.empty();
                            return new Request(
                                    till.cashier, "POST", "/api/refunds/attempts/" + till.part() + "/inquiry", "");
                        },
                        List.of("till refund.done R1-000001: UNKNOWN -> EUR 1000 by wallet (ID)")));
    }

    private static Map<String, Act> cases() {
        return Map.of(
                "POST /api/worklist/unverified/{attempt}/verification",
                aino(
                        till -> till.sold("typed"),
                        "POST",
                        "/api/worklist/unverified/a1/verification",
                        "{\"id\":\"tx_9\"}",
                        "Aino payment.confirmed R1-000001: EUR 1000 by wallet, ATTESTED -> CONFIRMED, tx_9 (a1)"),
                "POST /api/worklist/cases/{case}/resolution",
                admin(
                        till -> {
                            till.sells();
                            till.types("a1");
                            till.aino("POST", SALE + "/cancellation", "{\"receipts\":{}}");
                        },
                        "POST",
                        "/api/worklist/cases/a1/resolution",
                        "{\"reason\":\"paid back\"}",
                        "admin case.resolved a1: open: attested-cancelled -> paid back (a1)"),
                "POST /api/worklist/cases/{case}/settlement",
                new Act(
                        till -> {
                            till.sold(Wallet.ID);
                            till.wallet.refund = Optional.of(new RefundOutcome.Unknown(Wallet.WHY));
                            till.refunds();
                            till.passes(Duration.ofDays(21));
                            return new Request(
                                    till.admin,
                                    "POST",
                                    "/api/worklist/cases/" + till.part() + "/settlement",
                                    "{\"returned\":true,\"reason\":\"in their report\"}");
                        },
                        List.of(
                                "admin case.returned ID: open: refund-given-up -> in their report (ID)",
                                "admin refund.done R1-000001: UNKNOWN -> EUR 1000 by wallet (ID)")));
    }

    private static Map<String, Act> shop() {
        return Map.of(
                "PUT /api/config/methods/{method}",
                admin(
                        "PUT",
                        "/api/config/methods/card",
                        """
                        {"enabled":false,"account":"1911","surplusAccount":"","registerCheck":true,"quick":true,"rounding":false}""",
                        "admin method.saved card: MethodSettings[enabled=true, account=1910, surplusAccount=, registerCheck=true,"
                                + " quick=true, rounding=false] -> MethodSettings[enabled=false, account=1911, surplusAccount=,"
                                + " registerCheck=true, quick=true, rounding=false]"),
                "PUT /api/config/registers/{register}",
                admin(
                        "PUT",
                        "/api/config/registers/R1",
                        "{\"name\":\"Door\",\"methods\":[\"cash\"]}",
                        "admin register.saved R1: RegisterSettings[id=R1, name=Register 1, methods=[cash, card, wallet]]"
                                + " -> RegisterSettings[id=R1, name=Door, methods=[cash]]"),
                "PUT /api/config/groups/{group}",
                admin(
                        "PUT",
                        "/api/config/groups/gym",
                        "{\"name\":\"Gym\",\"position\":7}",
                        "admin group.saved gym: ProductGroup[id=gym, name=Kuntosali, position=1]"
                                + " -> ProductGroup[id=gym, name=Gym, position=7]"),
                "PUT /api/config/products/{product}",
                admin(
                        "PUT",
                        "/api/config/products/gym-visit",
                        """
                        {"name":"Gym","group":"gym","price":{"minor":1100,"currency":"EUR"},"labels":[],"onSale":true,"deposit":false}""",
                        "admin product.saved gym-visit: Product[id=gym-visit, name=Kuntosali, kertakäynti, group=gym,"
                                + " price=EUR 1000, labels=[liikunta], onSale=true, gtin=Optional.empty, deposit=false]"
                                + " -> Product[id=gym-visit, name=Gym, group=gym, price=EUR 1100, labels=[], onSale=true,"
                                + " gtin=Optional.empty, deposit=false]"),
                "PUT /api/config/people/{name}",
                admin(
                        "PUT",
                        "/api/config/people/Aino",
                        """
                        {"role":"CASHIER","mayAttest":false,"active":true,"secret":"4321"}""",
                        "admin person.saved Aino: Person[name=Aino, role=CASHIER, mayAttest=true, active=true]"
                                + " -> Person[name=Aino, role=CASHIER, mayAttest=false, active=true], new PIN"),
                "POST /api/first-admin",
                new Act(
                        till -> new Request(
                                till.admin,
                                "POST",
                                "/api/first-admin",
                                "{\"code\":\"" + till.host.code.spelled()
                                        + "\",\"name\":\"Maija\",\"password\":\"a long password\"}"),
                        List.of("Maija person.saved Maija: - ->"
                                + " Person[name=Maija, role=ADMIN, mayAttest=true, active=true], new password")),
                "PUT /api/registers/{register}/pairing",
                admin("PUT", "/api/registers/R2/pairing", "", "admin browser.paired R2: - -> browser ID"),
                "DELETE /api/registers/{register}/pairing",
                admin(
                        till -> till.admin("PUT", R1 + "/pairing", ""),
                        "DELETE",
                        R1 + "/pairing",
                        "",
                        "admin browser.unpaired R1: browser ID -> -"));
    }

    private static Map<String, Act> machine() {
        String stored = "secret=(secret); url=https://(hidden)@wallet.example";
        return Map.of(
                "POST /api/config/forms/{factoryPid}/configurations",
                new Act(
                        till -> new Request(
                                till.admin,
                                "POST",
                                "/api/config/forms/example.wallet/configurations",
                                "{\"configuration\":\"" + till.configures()
                                        + "\",\"values\":{\"url\":[\"https://wallet.example/v2\"],"
                                        + "\"secret\":[\"hush-hush, another\"]}}"),
                        List.of("admin settings.saved example.wallet~ID: " + stored
                                + " -> secret=(new secret); url=https://wallet.example/v2")),
                "DELETE /api/config/forms/{factoryPid}/configurations/{configuration}",
                new Act(
                        till -> new Request(
                                till.admin,
                                "DELETE",
                                "/api/config/forms/example.wallet/configurations/" + till.configures(),
                                ""),
                        List.of("admin settings.deleted example.wallet~ID: " + stored + " -> -")),
                "PUT /api/config/scanner/serial/{register}",
                admin("PUT", "/api/config/scanner/serial/R1", SCANNER, "admin scanner.saved R1: - -> " + SCANNER_SAID),
                "DELETE /api/config/scanner/serial/{register}",
                admin(
                        till -> till.admin("PUT", "/api/config/scanner/serial/R1", SCANNER),
                        "DELETE",
                        "/api/config/scanner/serial/R1",
                        "",
                        "admin scanner.removed R1: " + SCANNER_SAID + " -> -"),
                "POST /api/config/plug-ins",
                admin("POST", "/api/config/plug-ins?file=new.jar", "", "admin plug-in.runs new.jar: - -> 1.1.0 ab12"),
                "POST /api/config/plug-ins/{plugIn}/rollback",
                admin(
                        "POST",
                        "/api/config/plug-ins/wallet/rollback",
                        "",
                        "admin plug-in.runs wallet: - -> 1.1.0 ab12"));
    }

    private static Act aino(Consumer<AuditedTill> before, String method, String path, String body, String... lines) {
        return new Act(
                till -> {
                    before.accept(till);
                    return new Request(till.cashier, method, path, body);
                },
                List.of(lines));
    }

    private static Act admin(Consumer<AuditedTill> before, String method, String path, String body, String... lines) {
        return new Act(
                till -> {
                    before.accept(till);
                    return new Request(till.admin, method, path, body);
                },
                List.of(lines));
    }

    private static Act admin(String method, String path, String body, String... lines) {
        return admin(till -> {}, method, path, body, lines);
    }

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
