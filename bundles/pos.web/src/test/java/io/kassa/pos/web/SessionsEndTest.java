package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.setup.SettingsForm;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logins end by themselves, and secrets ask for the password again. */
class SessionsEndTest {

    private static final String SECRET =
            "{\"role\":\"CASHIER\",\"mayAttest\":false,\"active\":true,\"secret\":\"4321\"}";
    private static final String NO_SECRET = "{\"role\":\"CASHIER\",\"mayAttest\":false,\"active\":true}";

    private final TillServer till = TillServer.shop();

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void whenAnAdminDoesNothingForHalfAnHour() {
        Browser admin = till.browser().asAdmin();
        till.pass(Duration.ofMinutes(29));
        assertThat(admin.get("/api/registers").statusCode()).isEqualTo(200);
        till.pass(Duration.ofMinutes(29));
        assertThat(admin.get("/api/registers").statusCode()).isEqualTo(200);
        till.pass(Duration.ofMinutes(30));
        assertThat(admin.get("/api/registers").statusCode()).isEqualTo(401);
    }

    @Test
    void whenACashierDoesNothingForTwoHours() {
        Browser cashier = till.browser().asPairedCashier("1");
        till.pass(Duration.ofMinutes(119));
        assertThat(cashier.get("/api/registers").statusCode()).isEqualTo(200);
        till.pass(Duration.ofMinutes(119));
        assertThat(cashier.get("/api/registers").statusCode()).isEqualTo(200);
        till.pass(Duration.ofMinutes(120));
        assertThat(cashier.get("/api/registers").statusCode()).isEqualTo(401);
    }

    @Test
    void afterTwelveHoursOfWork() {
        Browser cashier = till.browser().asPairedCashier("1");
        for (int hour = 0; hour < 11; hour++) {
            till.pass(Duration.ofHours(1));
            assertThat(cashier.get("/api/registers").statusCode()).isEqualTo(200);
        }
        till.pass(Duration.ofHours(1));
        assertThat(cashier.get("/api/registers").statusCode()).isEqualTo(401);
    }

    @Test
    void whenAnAdminChangesThePerson() {
        Browser cashier = till.browser().asPairedCashier("1");
        till.browser().asAdmin().send("PUT", "/api/config/people/Aino", NO_SECRET);
        assertThat(cashier.get("/api/registers").statusCode()).isEqualTo(401);
    }

    @Test
    void butNotTheAdminsOwnWhoOnlySetsTheirPassword() {
        Browser admin = till.browser().asAdmin();
        String same = "{\"role\":\"ADMIN\",\"mayAttest\":true,\"active\":true,\"secret\":\"a new long password\"}";
        assertThat(admin.send("PUT", "/api/config/people/Anna", same).statusCode())
                .isEqualTo(200);
        assertThat(admin.get("/api/config/people").statusCode()).isEqualTo(200);
    }

    @Test
    void secretsAskForThePasswordAgainAfterFiveMinutes() {
        Browser admin = till.browser().asAdmin();
        assertThat(admin.send("PUT", "/api/config/people/Eino", SECRET).statusCode())
                .isEqualTo(200);
        till.pass(Duration.ofMinutes(5));
        var refused = admin.send("PUT", "/api/config/people/Eino", SECRET);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Browser.json(refused).path("kind").asText()).isEqualTo("PASSWORD_AGAIN");
        assertThat(admin.send("PUT", "/api/config/people/Eino", NO_SECRET).statusCode())
                .isEqualTo(200);

        assertThat(admin.send("POST", "/api/session/confirmation", "{\"password\":\"wrong\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.send("PUT", "/api/config/people/Eino", SECRET).statusCode())
                .isEqualTo(403);
        admin.send("POST", "/api/session/confirmation", "{\"password\":\"" + SampleHost.PASSWORD + "\"}");
        assertThat(admin.send("PUT", "/api/config/people/Eino", SECRET).statusCode())
                .isEqualTo(200);
    }

    @Test
    void asSoonAsASecretIsTriedOutToo() {
        Message text = (Message) Samples.of(Message.class);
        var field = new SettingsForm.Field("key", "password", text, text, true, false, List.of(), List.of());
        till.host.answer(
                "forms", arguments -> List.of(new SettingsForm("wallet", text, text, List.of(field), List.of())));
        Browser admin = till.browser().asAdmin();
        till.pass(Duration.ofMinutes(5));
        for (String act : List.of("probe", "configurations")) {
            String path = "/api/config/forms/wallet/" + act;
            var refused = admin.send("POST", path, "{\"values\":{\"key\":[\"$[env:KASSA_SECRET_X]\"]}}");
            assertThat(Browser.json(refused).path("kind").asText()).isEqualTo("PASSWORD_AGAIN");
            assertThat(admin.send("POST", path, "{\"values\":{}}").statusCode()).isEqualTo(200);
        }
        assertThat(till.host.asked)
                .filteredOn(asked -> asked.method().equals("probe"))
                .hasSize(1);
    }
}
