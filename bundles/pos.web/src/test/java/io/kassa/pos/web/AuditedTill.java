package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.WriterException;
import io.kassa.pos.host.config.PlugIn;
import io.kassa.pos.host.config.Setting;
import io.kassa.pos.host.method.Rank;
import io.kassa.pos.host.setup.SettingsForm.Field;
import io.kassa.pos.host.start.DeploymentAudit;
import io.kassa.pos.ledger.AuditCheck;
import io.kassa.pos.ledger.AuditEntry;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SettingsCheck;
import io.kassa.pos.spi.tck.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A shop's till over HTTP, with an admin and a cashier at R1, and what its audit log says of what they do. */
final class AuditedTill implements AutoCloseable {

    static final String R1 = "/api/registers/R1";
    static final String SALE = R1 + "/sales/R1-000001";

    /** What no line may say. */
    static final List<String> SECRETS =
            List.of("1234", "4321", "demo-admin-2026", "a long password", "hush-hush", "user:hush", "SEAL", "pbkdf2");

    private static final String KIND = "example.wallet";

    final RealHost host;
    final TillServer till;
    final Wallet wallet = new Wallet();
    final Browser admin;
    final Browser cashier;
    private final MovableClock time = new MovableClock(Instant.parse("2026-05-04T09:00:00Z"));

    /** What is sent; its answer has to be that it was done. */
    record Request(Browser who, String method, String path, String body) {}

    private AuditedTill(Path folder, boolean filled) {
        host = new RealHost(folder, time, filled);
        till = TillServer.before(host.facade);
        till.deployments.listeners.add(new DeploymentAudit(host.ledger.books(), host.ledger.audit()));
        host.methods.add(Wallet.ID, wallet, Rank.PLAIN);
        host.plugIns.add(new PlugIn(
                KIND,
                Wallet.TEXT,
                Wallet.TEXT,
                List.of(setting("url", Setting.Kind.STRING), setting("secret", Setting.Kind.SECRET)),
                new Agrees()));
        admin = till.browser().opens();
        cashier = till.browser().opens();
    }

    private static Setting setting(String key, Setting.Kind kind) {
        return new Setting(new Field(key, "text", Wallet.TEXT, Wallet.TEXT, true, false, List.of(), List.of()), kind);
    }

    static AuditedTill empty(Path folder) {
        return new AuditedTill(folder, false);
    }

    static AuditedTill open(Path folder) {
        AuditedTill open = new AuditedTill(folder, true);
        open.logsIn(open.admin, "{\"kind\":\"password\",\"name\":\"admin\",\"password\":\"demo-admin-2026\"}");
        open.admin("PUT", "/api/config/methods/wallet", """
                {"enabled":true,"account":"1930","surplusAccount":"3990","registerCheck":true,"quick":true,"rounding":false}""");
        open.admin("PUT", "/api/config/registers/R1", """
                {"name":"Register 1","methods":["cash","card","wallet"]}""");
        open.cashier.cookies.putAll(open.admin.cookies);
        open.cashier.csrf = open.admin.csrf;
        open.does(new Request(open.cashier, "PUT", R1 + "/pairing", ""));
        open.cashier.cookies.remove("kassa-session");
        open.logsIn(open.cashier.opens(), "{\"kind\":\"pin\",\"name\":\"Aino\",\"pin\":\"1234\",\"register\":\"R1\"}");
        return open;
    }

    private void logsIn(Browser who, String how) {
        who.csrf =
                does(new Request(who, "POST", "/api/session", how)).path("csrf").asText();
    }

    JsonNode admin(String method, String path, String body) {
        return does(new Request(admin, method, path, body));
    }

    JsonNode aino(String method, String path, String body) {
        return does(new Request(cashier, method, path, body));
    }

    JsonNode does(Request request) {
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as(request + " " + answer.body()).isIn(200, 204);
        return answer.statusCode() == 200
                ? Browser.json(answer)
                : Browser.json(request.who().get("/api/about"));
    }

    private static HttpResponse<String> send(Request request) {
        Browser who = request.who();
        if (request.path().contains("/picture")) {
            return who.send(who.writing(request.path())
                    .header("Content-Type", "image/png")
                    .POST(BodyPublishers.ofByteArray(picture(request.body()))));
        }
        if (request.path().contains("?file=")) {
            return who.sendBytes(request.path(), "application/java-archive", new byte[1_000]);
        }
        return who.send(request.method(), request.path(), request.body());
    }

    private static byte[] picture(String code) {
        try {
            return PictureTest.png(PictureTest.picture(code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Aino sells a visit, of 10.00. */
    void sells() {
        aino("POST", R1 + "/lines", "{\"product\":\"gym-visit\",\"quantity\":1}");
    }

    void begins(String attempt, String method) {
        String sale = Browser.json(cashier.get(R1)).at("/sale/id").asText();
        aino("POST", R1 + "/sales/" + sale + "/payments", payment(attempt, method));
    }

    static String payment(String attempt, String method) {
        return "{\"attempt\":\"" + attempt + "\",\"method\":\"" + method + "\"}";
    }

    void scans(String attempt, String code) {
        begins(attempt, Wallet.ID);
        aino("POST", answers(attempt), scanned(code));
    }

    static String answers(String attempt) {
        return R1 + "/attempts/" + attempt + "/answers";
    }

    static String scanned(String code) {
        return "{\"step\":\"scan\",\"answer\":{\"kind\":\"scanned\",\"code\":\"" + code + "\"}}";
    }

    /** A payment that Aino vouches for. */
    void types(String attempt) {
        begins(attempt, Wallet.ID);
        aino("POST", answers(attempt), """
                {"step":"scan","answer":{"kind":"detoured","id":"typed"},"reason":"no light"}""");
        aino("POST", answers(attempt), amount(1_000));
    }

    static String amount(long cents) {
        return "{\"step\":\"amount\",\"answer\":{\"kind\":\"amount\",\"money\":{\"minor\":" + cents
                + ",\"currency\":\"EUR\"}}}";
    }

    /** One visit, paid by one method, as attempt {@code a1}. */
    void sold(String method) {
        sells();
        if (method.equals(Wallet.ID)) {
            scans("a1", "pay:tx_1:1000:SEAL");
        } else if (method.equals("typed")) {
            types("a1");
        } else {
            begins("a1", method);
        }
        aino("POST", SALE + "/completion", "");
    }

    /** A visit paid by the wallet, and the sale cancelled. */
    void kept() {
        sells();
        scans("a1", "pay:tx_1:1000:SEAL");
        aino("POST", SALE + "/cancellation", "{\"receipts\":{}}");
    }

    /** Gives everything of the first sale back; the answer is its receipt. */
    JsonNode refunds() {
        return aino("POST", "/api/receipts/R1-000001/refunds", "{\"refund\":\"r1\",\"lines\":{},\"methods\":{}}");
    }

    void refunds(String method) {
        sold(method);
        refunds();
    }

    /** Of a visit that the wallet paid: its provider does not answer. */
    void losesARefund() {
        wallet.refund = Optional.of(new RefundOutcome.Unknown(Wallet.WHY));
        refunds(Wallet.ID);
    }

    /** The part of the refund that has begun. */
    String part() {
        List<AuditEntry> log = host.ledger.audit().page(Long.MAX_VALUE, 10);
        return log.stream()
                .filter(entry -> entry.record().what().equals("refund.begun"))
                .findFirst()
                .flatMap(entry -> entry.record().attempt())
                .map(AttemptId::value)
                .orElseThrow();
    }

    /** A configuration of the plug-in; its name. */
    String configures() {
        JsonNode saved = admin(
                "POST",
                "/api/config/forms/" + KIND + "/configurations",
                "{\"values\":{\"url\":[\"https://user:hush@wallet.example\"],\"secret\":[\"hush-hush\"]}}");
        return saved.at("/forms/0/configurations/0/id").asText();
    }

    void passes(Duration later) {
        time.move(later);
        host.receipts.followUps().run();
    }

    /** The number of the newest entry. */
    long newest() {
        return ((AuditCheck.Intact) host.ledger.audit().verify()).entries();
    }

    /** What was entered since, oldest first: {@code who what subject: before -> after (attempt)}; ids of the till's own as ID. */
    List<String> since(long number) {
        return host.ledger.audit().page(Long.MAX_VALUE, 100).stream()
                .filter(entry -> entry.number() > number)
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .map(entry -> line(entry.record()))
                .collect(Collectors.toList());
    }

    private static String line(AuditRecord record) {
        String text = record.who() + " " + record.what() + " " + record.subject() + ": "
                + record.before().orElse("-") + " -> " + record.after().orElse("-")
                + record.attempt().map(attempt -> " (" + attempt.value() + ")").orElse("");
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=~)[0-9a-f]{8}|(?<=browser )[0-9a-f]{16}\\b", "ID");
    }

    @Override
    public void close() {
        till.close();
        host.close();
    }

    /** Finds nothing wrong with any settings. */
    private static final class Agrees implements SettingsCheck {

        @Override
        public List<Finding> check(Map<String, Object> candidate) {
            return List.of();
        }

        @Override
        public Optional<String> methodId(Map<String, Object> settings) {
            return Optional.empty();
        }

        @Override
        public List<Finding> probe(Map<String, Object> candidate) {
            return List.of();
        }
    }
}
