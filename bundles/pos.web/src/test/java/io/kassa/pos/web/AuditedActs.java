package io.kassa.pos.web;

import static io.kassa.pos.web.AuditedTill.R1;
import static io.kassa.pos.web.AuditedTill.SALE;
import static java.util.Map.entry;

import io.kassa.pos.web.AuditedTill.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operation that may change something: the lines that it leaves in the audit log, or why it leaves none. */
final class AuditedActs {

    static final String VISIT = "EUR 1000 by wallet, SIGNED, tx_1";
    private static final String SCANNER = """
            {"port":"/dev/ttyACM0","baud":9600,"dataBits":8,"parity":"NONE","stopBits":1,"ending":"CR","prefix":""}""";
    private static final String SCANNER_SAID = "SerialSettings[port=/dev/ttyACM0, baud=9600, dataBits=8, parity=NONE,"
            + " stopBits=1, ending=CR, prefix=]";

    /** In a path: the part of the refund that has begun. */
    private static final String PART = "{part}";

    /** @param act prepares a till, and says what to send to it */
    record Act(Function<AuditedTill, Request> act, List<String> lines) {}

    static final Map<String, String> NO_LINE = Map.ofEntries(
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

    static final Map<String, Act> ACTS = Stream.of(paying(), ending(), refunding(), cases(), shop(), machine())
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private AuditedActs() {}

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
                aino(
                        till -> till.refunds("card"),
                        "POST",
                        "/api/refunds/attempts/{part}/answers",
                        "{\"step\":\"confirm\",\"answer\":{\"kind\":\"confirmed\"}}",
                        "Aino refund.done R1-000001: OPEN -> EUR 1000 by card (ID)"),
                "POST /api/refunds/attempts/{attempt}/picture",
                aino(
                        till -> till.refunds("typed"),
                        "POST",
                        "/api/refunds/attempts/{part}/picture?step=scan",
                        "pay:tx_1:1000:SEAL",
                        "Aino payment.confirmed R1-000001: EUR 1000 by wallet, ATTESTED -> CONFIRMED, tx_1 (a1)",
                        "Aino refund.done R1-000001: OPEN -> EUR 1000 by wallet (ID)"),
                "POST /api/refunds/attempts/{attempt}/inquiry",
                aino(
                        till -> {
                            till.losesARefund();
                            till.wallet.refund = Optional.empty();
                        },
                        "POST",
                        "/api/refunds/attempts/{part}/inquiry",
                        "",
                        "till refund.done R1-000001: UNKNOWN -> EUR 1000 by wallet (ID)"));
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
                admin(
                        till -> {
                            till.losesARefund();
                            till.passes(Duration.ofDays(21));
                        },
                        "POST",
                        "/api/worklist/cases/{part}/settlement",
                        "{\"returned\":true,\"reason\":\"in their report\"}",
                        "admin case.returned ID: open: refund-given-up -> in their report (ID)",
                        "admin refund.done R1-000001: UNKNOWN -> EUR 1000 by wallet (ID)"));
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
        return act(till -> till.cashier, before, method, path, body, lines);
    }

    private static Act admin(Consumer<AuditedTill> before, String method, String path, String body, String... lines) {
        return act(till -> till.admin, before, method, path, body, lines);
    }

    private static Act admin(String method, String path, String body, String... lines) {
        return admin(till -> {}, method, path, body, lines);
    }

    private static Act act(
            Function<AuditedTill, Browser> who,
            Consumer<AuditedTill> before,
            String method,
            String path,
            String body,
            String... lines) {
        return new Act(
                till -> {
                    before.accept(till);
                    String there = path.contains(PART) ? path.replace(PART, till.part()) : path;
                    return new Request(who.apply(till), method, there, body);
                },
                List.of(lines));
    }
}
