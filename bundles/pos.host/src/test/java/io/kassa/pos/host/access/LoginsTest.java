package io.kassa.pos.host.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.people.Logins.Login;
import io.kassa.pos.host.people.People.Person;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginsTest extends OpenShop {

    private static final String TOKEN = "a-token-of-43-characters-that-nobody-guesses";
    private static final Person PERSON = new Person("Aino", Role.CASHIER, true, true);
    private static final Actor ACTOR = new Actor("Aino", Role.CASHIER, true);

    private TillPeople people;
    private TillLogins logins;

    @BeforeEach
    void open() {
        wire();
        people.save(Shop.ADMIN, PERSON, Optional.of("1234"));
        logins.keep(TOKEN, login(shop.desk.now()));
    }

    @Test
    void outliveACrash() {
        Login before = logins.find(TOKEN).orElseThrow();
        shop = shop.crashAndRestart(folder);
        wire();
        assertThat(logins.find(TOKEN)).contains(before);
        assertThat(logins.find(TOKEN + "x")).isEmpty();
    }

    @Test
    void areStoredInAWayThatNobodyCanLogInWith() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(TOKEN);
            }
        }
    }

    @Test
    void endWithTheLogout() {
        logins.end(TOKEN);
        assertThat(logins.find(TOKEN)).isEmpty();
        logins.seen(TOKEN, shop.desk.now());
        assertThat(logins.find(TOKEN)).as("used after its end").isEmpty();
    }

    @Test
    void endAsSoonAsThePersonMayDoOtherThingsOrHasAnotherPinWithoutBeingTold() {
        for (Person changed :
                List.of(new Person("Aino", Role.CASHIER, false, true), new Person("Aino", Role.CASHIER, true, false))) {
            people.save(Shop.ADMIN, changed, Optional.empty());
            assertThat(logins.find(TOKEN)).as(changed.toString()).isEmpty();
            people.save(Shop.ADMIN, PERSON, Optional.empty());
            assertThat(logins.find(TOKEN)).isPresent();
        }
        people.save(Shop.ADMIN, PERSON, Optional.of("1234"));
        assertThat(logins.find(TOKEN)).as("the same PIN, set anew").isEmpty();
    }

    @Test
    void oneGoesOnWithTheNewPasswordWhenItSetIt() {
        logins.keep("elsewhere", login(shop.desk.now()));
        people.save(Shop.ADMIN, PERSON, Optional.of("4321"));
        logins.endAllOf("Aino", TOKEN);
        assertThat(logins.find(TOKEN)).isPresent();
        assertThat(logins.find("elsewhere")).isEmpty();
    }

    @Test
    void areForgottenWhenTheirTimeIsOver() {
        shop.clock.move(Duration.ofHours(12));
        logins.keep("later", login(shop.desk.now()));
        assertThat(logins.find(TOKEN)).isEmpty();
        assertThat(logins.find("later")).isPresent();
    }

    @Test
    void areUsedWithoutANoteWhileTheBooksAreAway() {
        shop.books.failOnce();
        logins.seen(TOKEN, shop.desk.now().plusSeconds(60));
        assertThat(logins.find(TOKEN).orElseThrow().seenAt()).isEqualTo(shop.desk.now());
        logins.seen(TOKEN, shop.desk.now().plusSeconds(60));
        assertThat(logins.find(TOKEN).orElseThrow().seenAt())
                .isEqualTo(shop.desk.now().plusSeconds(60));
    }

    private void wire() {
        people = new TillPeople(shop.desk, new FirstAdminCode(), 10);
        logins = new TillLogins(shop.desk);
    }

    private static Login login(Instant now) {
        return new Login(ACTOR, Optional.of("R1"), now, now, now.plus(Duration.ofHours(12)));
    }
}
