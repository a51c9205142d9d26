package io.kassa.pos.host.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.people.People.Person;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest extends OpenShop {

    private static final int FEW_ROUNDS = 10;

    private FirstAdminCode code;
    private TillPeople people;

    @BeforeEach
    void open() {
        code = new FirstAdminCode();
        people = new TillPeople(shop.desk, code, FEW_ROUNDS);
    }

    @Test
    void theConsolesCodeMakesOneFirstAdmin() {
        assertThat(people.needsFirstAdmin()).isTrue();
        assertThat(refusal(people.firstAdmin("WRONG", "Maija", "a long password")))
                .isEqualTo("code-wrong");
        assertThat(refusal(people.firstAdmin(code.spelled(), "Maija", "short"))).isEqualTo("password-short");
        assertThat(people.firstAdmin(code.spelled().toLowerCase(), "Maija", "a long password"))
                .isEqualTo(new Result.Ok<>(new Actor("Maija", Role.ADMIN, true)));
        assertThat(people.needsFirstAdmin()).isFalse();
        assertThat(refusal(people.firstAdmin(code.spelled(), "Mikko", "a long password")))
                .isEqualTo("code-wrong");
        assertThat(people.password("Maija", "a long password")).isInstanceOf(Result.Ok.class);
    }

    @Test
    void theConsolesCodeIsDeadAfterTenWrongGuesses() {
        for (int i = 0; i < 10; i++) {
            assertThat(refusal(people.firstAdmin("WRONG", "Maija", "a long password")))
                    .isEqualTo("code-wrong");
        }
        assertThat(refusal(people.firstAdmin(code.spelled(), "Maija", "a long password")))
                .isEqualTo("code-wrong");
        assertThat(people.needsFirstAdmin()).isTrue();
    }

    @Test
    void theConsolesCodeStillWorksAfterNineWrongGuesses() {
        for (int i = 0; i < 9; i++) {
            people.firstAdmin("WRONG", "Maija", "a long password");
        }
        assertThat(people.firstAdmin(code.spelled(), "Maija", "a long password"))
                .isInstanceOf(Result.Ok.class);
    }

    @Test
    void whatAShopsTillStoresOfASecretIsHashedIn210_000Rounds() {
        TillPeople ofAShop = new TillPeople(shop.desk, code);
        ofAShop.firstAdmin(code.spelled(), "Maija", "a long password");
        ofAShop.save(Shop.ADMIN, new Person("Aino", Role.CASHIER, true, true), Optional.of("1234"));
        List<String> hashes =
                shop.ledger.books().read(tx -> tx.rows("SELECT secret FROM till_person", row -> row.text("secret")));
        assertThat(hashes).hasSize(2).allMatch(hash -> hash.matches("210000\\$[^$]{24}\\$[^$]{44}"));
        assertThat(ofAShop.password("Maija", "a long password")).isInstanceOf(Result.Ok.class);
    }

    @Test
    void aPinWorksForCashiersAtARegisterAndAPasswordForAdmins() {
        people.save(Shop.ADMIN, new Person("Aino", Role.CASHIER, true, true), Optional.of("1234"));
        assertThat(people.cashiers()).containsExactly("Aino");
        assertThat(people.pin("Aino", "1234", "R1")).isInstanceOf(Result.Ok.class);
        assertThat(refusal(people.pin("Aino", "1234", "R9"))).isEqualTo("register-unknown");
        assertThat(refusal(people.password("Aino", "1234"))).isEqualTo("login-wrong");
        assertThat(refusal(people.pin("Nobody", "1234", "R1"))).isEqualTo("pin-wrong");
    }

    @Test
    void guessingLocksLongerAndLongerAlsoAfterARestart() {
        people.save(Shop.ADMIN, new Person("Aino", Role.CASHIER, true, true), Optional.of("1234"));
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(people.pin("Aino", "0000", "R1"))).isEqualTo("pin-wrong");
        }
        shop = shop.crashAndRestart(folder);
        people = new TillPeople(shop.desk, code, FEW_ROUNDS);
        assertThat(refusal(people.pin("Aino", "1234", "R1"))).isEqualTo("login-locked");
        shop.clock.move(Duration.ofSeconds(31));
        assertThat(refusal(people.pin("Aino", "0000", "R1"))).isEqualTo("pin-wrong");
        shop.clock.move(Duration.ofSeconds(31));
        assertThat(refusal(people.pin("Aino", "1234", "R1"))).isEqualTo("login-locked");
        shop.clock.move(Duration.ofSeconds(31));
        assertThat(people.pin("Aino", "1234", "R1")).isInstanceOf(Result.Ok.class);
    }

    @Test
    void aLockNeverLastsMuchLongerThanAnHour() {
        people.save(Shop.ADMIN, new Person("Aino", Role.CASHIER, true, true), Optional.of("1234"));
        for (int i = 0; i < 30; i++) {
            assertThat(refusal(people.pin("Aino", "0000", "R1"))).isEqualTo("pin-wrong");
            shop.clock.move(Duration.ofMinutes(65));
        }
        assertThat(refusal(people.pin("Aino", "0000", "R1"))).isEqualTo("pin-wrong");
        shop.clock.move(Duration.ofMinutes(60));
        assertThat(refusal(people.pin("Aino", "1234", "R1"))).isEqualTo("login-locked");
        shop.clock.move(Duration.ofMinutes(5));
        assertThat(people.pin("Aino", "1234", "R1")).isInstanceOf(Result.Ok.class);
    }

    @Test
    void guessesMadeAtTheSameMomentCountLikeGuessesInARow() throws Exception {
        people.save(Shop.ADMIN, new Person("Aino", Role.CASHIER, true, true), Optional.of("1234"));
        List<String> said = together(24, i -> refusal(people.pin("Aino", "0000", "R1")));
        assertThat(said).filteredOn("pin-wrong"::equals).hasSize(5);
        assertThat(said).filteredOn("login-locked"::equals).hasSize(19);
    }

    @Test
    void theConsolesCodeMakesOneFirstAdminAlsoWhenSeveralUseItAtTheSameMoment() throws Exception {
        List<Result<Actor>> made = together(8, i -> people.firstAdmin(code.spelled(), "Maija " + i, "a long password"));
        assertThat(made).filteredOn(Result.Ok.class::isInstance).hasSize(1);
        assertThat(people.all()).hasSize(1);
    }

    @Test
    void oneAdminStaysAlsoWhenAllAreEndedAtTheSameMoment() throws Exception {
        for (int i = 0; i < 8; i++) {
            people.save(Shop.ADMIN, new Person("Maija " + i, Role.ADMIN, true, true), Optional.of("a long password"));
        }
        together(8, i -> people.save(Shop.ADMIN, new Person("Maija " + i, Role.ADMIN, true, false), Optional.empty()));
        assertThat(people.all()).filteredOn(Person::active).hasSize(1);
    }

    @Test
    void onlyAdminsChangePeopleAndOneAdminStays() {
        Person admin = new Person("Maija", Role.ADMIN, true, true);
        assertThat(refusal(people.save(Shop.AINO, admin, Optional.of("a long password"))))
                .isEqualTo("admin-only");
        people.save(Shop.ADMIN, admin, Optional.of("a long password"));
        Person gone = new Person("Maija", Role.ADMIN, true, false);
        assertThat(refusal(people.save(Shop.ADMIN, gone, Optional.empty()))).isEqualTo("last-admin");
        assertThat(refusal(people.save(Shop.ADMIN, new Person("Eero", Role.CASHIER, false, true), Optional.of("12"))))
                .isEqualTo("pin-form");
    }

    private static <T> List<T> together(int count, IntFunction<T> act) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        ExecutorService browsers = Executors.newFixedThreadPool(count);
        try {
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                answers.add(browsers.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return act.apply(number);
                }));
            }
            List<T> said = new ArrayList<>();
            for (Future<T> answer : answers) {
                said.add(answer.get(30, TimeUnit.SECONDS));
            }
            return said;
        } finally {
            browsers.shutdownNow();
        }
    }

    private static String refusal(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<?>) result).guidance().reason();
    }
}
