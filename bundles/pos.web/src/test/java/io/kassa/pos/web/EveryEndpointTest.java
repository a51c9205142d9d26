package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kassa.pos.web.Description.Operation;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
    private static Visitors visitors;
    private final Description description = new Description();

    EveryEndpointTest() throws IOException {}

    @BeforeAll
    static void start() throws IOException {
        till = TillServer.shop();
        visitors = new Visitors(till);
    }

    @AfterAll
    static void stop() {
        till.close();
    }

    @TestFactory
    Stream<DynamicTest> answersAsDescribed() {
        return each(operation -> {
            HttpResponse<String> response = visitors.send(visitors.of("admin"), operation);
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
                HttpResponse<String> response = visitors.send(visitors.of(who), operation);
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
            Browser admin = visitors.of("admin");
            for (String token : List.of("", "x", till.browser().opens().csrf)) {
                admin.csrf = token;
                int before = till.host.asked.size();
                assertThat(visitors.send(admin, operation).statusCode())
                        .as(token)
                        .isEqualTo(403);
                assertThat(till.host.askedToActSince(before)).isEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> changesNothingForAPageOfAnotherOrigin() {
        return each(operation -> {
            if (operation.method().equals("GET")) {
                return;
            }
            Browser admin = visitors.of("admin");
            for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1:" + till.port())) {
                var request = admin.request(operation.example("1"))
                        .header("Origin", origin)
                        .header("X-Csrf-Token", admin.csrf);
                assertThat(refused(admin.send(request.method(operation.method(), BodyPublishers.noBody()))))
                        .isEqualTo(403);
            }
            var without = admin.request(operation.example("1")).header("X-Csrf-Token", admin.csrf);
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
            Browser admin = visitors.of("admin");
            HttpResponse<String> response = admin.send(operation.method(), operation.example("1"), body.toString());
            assertThat(refused(response)).isEqualTo(400);
        });
    }

    @TestFactory
    Stream<DynamicTest> actsForACashierAtNoRegisterButTheBrowsersOwn() {
        return eachAtARegister(operation -> {
            Browser cashier = visitors.of("cashier");
            int before = till.host.asked.size();
            assertThat(refused(visitors.send(cashier, operation, operation.example("2"))))
                    .isEqualTo(403);
            assertThat(till.host.askedToActSince(before)).isEmpty();
            assertThat(visitors.send(cashier, operation, operation.example("1")).statusCode())
                    .isIn(200, 204);
        });
    }

    @TestFactory
    Stream<DynamicTest> actsAtNoRegisterThatTheBrowserIsNoLongerPairedWith() {
        return eachAtARegister(operation -> {
            Browser cashier = visitors.of("cashier");
            Browser admin = till.browser();
            admin.cookies.put("kassa-browser", cashier.cookies.get("kassa-browser"));
            admin.asAdmin().send("DELETE", "/api/registers/1/pairing", "");
            int before = till.host.asked.size();
            assertThat(refused(visitors.send(cashier, operation, operation.example("1"))))
                    .isEqualTo(403);
            assertThat(till.host.askedToActSince(before)).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> answersUnderNoNameThatAnotherPointedAtThisMachine() {
        String name = "evil.example:" + till.port();
        return each(operation -> {
            Browser admin = visitors.of("admin");
            int before = till.host.asked.size();
            String answer = Wire.exchange(
                    till.port(),
                    operation.method() + " " + operation.example("1") + " HTTP/1.1\r\nHost: " + name
                            + "\r\nOrigin: http://" + name + "\r\n" + admin.head()
                            + "Content-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(Wire.status(answer)).isEqualTo(421);
            assertThat(till.host.asked).hasSize(before);
        });
    }

    /** Those that name a register, in the path or behind it. */
    private Stream<DynamicTest> eachAtARegister(Consumer<Operation> test) {
        List<DynamicTest> tests = each(
                        operation -> operation.access().equals("CASHIER") && operation.namesARegister(), test)
                .toList();
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private Stream<DynamicTest> each(Consumer<Operation> test) {
        return each(operation -> true, test);
    }

    private Stream<DynamicTest> each(Predicate<Operation> which, Consumer<Operation> test) {
        return description.operations().stream()
                .filter(which)
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> test.accept(operation)));
    }

    private int refused(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Fit.faults(description, description.schema("Problem"), Browser.json(response)))
                .isEmpty();
        return response.statusCode();
    }
}
