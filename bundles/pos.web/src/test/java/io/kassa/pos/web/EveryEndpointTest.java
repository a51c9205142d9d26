package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.web.Description.Operation;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every endpoint of the description: who may, from where, and what comes back. */
class EveryEndpointTest {

    private static final Map<String, List<String>> MAY = Map.of(
            "PUBLIC", List.of("stranger", "paired browser", "cashier", "admin"),
            "PAIRED", List.of("paired browser", "cashier", "admin"),
            "CASHIER", List.of("cashier", "admin"),
            "ADMIN", List.of("admin"),
            "SCRAPER", List.of("admin"),
            "LOCAL", List.of("stranger", "paired browser", "cashier", "admin"));

    private static final String FINGERPRINT = "x";

    private static TillServer till;
    private final Description description = new Description();

    EveryEndpointTest() throws IOException {}

    @BeforeAll
    static void start() throws IOException {
        till = TillServer.shop();
        till.host.answer(
                "password",
                arguments -> new Result.Ok<>(
                        new io.kassa.pos.host.common.Actor("Anna", io.kassa.pos.host.common.Role.ADMIN, true)));
        till.host.answer(
                "pin",
                arguments -> new Result.Ok<>(
                        new io.kassa.pos.host.common.Actor("Aino", io.kassa.pos.host.common.Role.CASHIER, true)));
    }

    @AfterAll
    static void stop() {
        till.close();
    }

    @TestFactory
    Stream<DynamicTest> answersAsDescribed() {
        return each(operation -> {
            HttpResponse<String> response = send(visitor("admin"), operation);
            assertThat(response.statusCode()).isIn(200, 204);
            if (operation.isText()) {
                assertThat(response.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/plain");
            } else if (response.statusCode() == 200 && !operation.streams()) {
                assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
                assertThat(Fit.faults(description, operation.output(), Browser.json(response)))
                        .isEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> answersWhomTheDescriptionNamesAndNobodyElse() {
        return each(operation -> {
            for (String who : List.of("stranger", "paired browser", "cashier", "admin")) {
                HttpResponse<String> response = send(visitor(who), operation);
                boolean may = MAY.get(operation.access()).contains(who);
                if (may) {
                    assertThat(response.statusCode()).as(who).isIn(200, 204);
                } else {
                    int unknown = operation.access().equals("PAIRED") ? 403 : 401;
                    assertThat(response.statusCode()).as(who).isEqualTo(who.equals("cashier") ? 403 : unknown);
                    refused(response);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> changesNothingWithoutTheTokenOfThisSession() {
        return each(operation -> {
            if (operation.method().equals("GET")) {
                return;
            }
            Browser admin = visitor("admin");
            for (String token : List.of("", "x", till.browser().opens().csrf)) {
                admin.csrf = token;
                int before = till.host.asked.size();
                assertThat(send(admin, operation).statusCode()).as(token).isEqualTo(403);
                assertThat(till.host.asked)
                        .noneMatch(asked -> till.host.asked.indexOf(asked) >= before
                                && !asked.method().equals("registers"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> changesNothingForAPageOfAnotherOrigin() {
        return each(operation -> {
            if (operation.method().equals("GET")) {
                return;
            }
            Browser admin = visitor("admin");
            for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1:" + till.port())) {
                var request = admin.request(operation.example())
                        .header("Origin", origin)
                        .header("X-Csrf-Token", admin.csrf);
                assertThat(refused(admin.send(request.method(operation.method(), BodyPublishers.noBody()))))
                        .isEqualTo(403);
            }
            var without = admin.request(operation.example()).header("X-Csrf-Token", admin.csrf);
            assertThat(refused(admin.send(without.method(operation.method(), BodyPublishers.noBody()))))
                    .isEqualTo(403);
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesABodyWithAMemberThatNobodyKnows() {
        return each(operation -> {
            if (operation.input().isMissingNode()) {
                return;
            }
            ObjectNode body = (ObjectNode) Bodies.of(description, operation.input());
            body.put(FINGERPRINT, 1);
            Browser admin = visitor("admin");
            HttpResponse<String> response = admin.send(operation.method(), operation.example(), body.toString());
            assertThat(refused(response)).isEqualTo(400);
        });
    }

    private Stream<DynamicTest> each(Consumer<Operation> test) {
        return description.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> test.accept(operation)));
    }

    private int refused(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Fit.faults(description, description.schema("Problem"), Browser.json(response)))
                .isEmpty();
        return response.statusCode();
    }

    private static Browser visitor(String who) {
        Browser browser = till.browser();
        return switch (who) {
            case "admin" -> browser.asAdmin();
            case "cashier" -> browser.asPairedCashier("1");
            case "paired browser" -> {
                Browser cashier = browser.asPairedCashier("1");
                cashier.csrf = Browser.json(cashier.send("DELETE", "/api/session", ""))
                        .path("csrf")
                        .asText();
                yield cashier;
            }
            default -> browser.opens();
        };
    }

    private HttpResponse<String> send(Browser browser, Operation operation) {
        if (operation.takesPicture()) {
            return browser.send(browser.writing(operation.example() + "?step=scan")
                    .header("Content-Type", "application/octet-stream")
                    .header("X-Width", "100")
                    .header("X-Height", "100")
                    .POST(BodyPublishers.ofByteArray(new byte[10_000])));
        }
        if (operation.takesArchive()) {
            return browser.send(browser.writing(operation.example() + "?file=new.jar")
                    .header("Content-Type", "application/java-archive")
                    .POST(BodyPublishers.ofByteArray(new byte[10_000])));
        }
        String body = operation.input().isMissingNode()
                ? ""
                : Bodies.of(description, operation.input()).toString();
        return operation.method().equals("GET")
                ? browser.get(operation.example())
                : browser.send(operation.method(), operation.example(), body);
    }
}
