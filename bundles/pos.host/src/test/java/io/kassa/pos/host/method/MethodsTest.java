package io.kassa.pos.host.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.cash.HandMethod;
import io.kassa.pos.host.sale.Cart;
import io.kassa.pos.host.sale.Origin;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.ledger.start.Ledger;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabelFilter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodsTest {

    private final Methods methods = new Methods(Duration.ZERO);

    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theHighestRankingIsOfferedThenTheHighestVersion() {
        PaymentMethod old = cash();
        PaymentMethod fresh = cash();
        PaymentMethod preferred = cash();
        methods.add("cash", fresh, new Rank(0, "1.10.0"));
        methods.add("cash", old, new Rank(0, "1.9.0"));
        assertThat(methods.find("cash").orElseThrow().service()).isSameAs(fresh);
        Runnable away = methods.add("cash", preferred, new Rank(5, "1.0.0"));
        assertThat(methods.find("cash").orElseThrow().service()).isSameAs(preferred);
        away.run();
        assertThat(methods.find("cash").orElseThrow().version()).isEqualTo("1.10.0");
    }

    @Test
    void qualifiersOrderOnlyWhatIsOtherwiseTheSame() {
        assertThat(new Rank(0, "1.2.0.beta")).isGreaterThan(new Rank(0, "1.2.0.alpha"));
        assertThat(new Rank(0, "1.2.1")).isGreaterThan(new Rank(0, "1.2.0.zeta"));
    }

    @Test
    void aMethodThatWasAwayIsToldWhenItIsBackAndOneServedSideBySideWasNever() {
        List<String> back = new ArrayList<>();
        methods.onReturn((id, absence) -> {
            assertThat(absence).isPositive();
            back.add(id);
        });
        Runnable leave = methods.add("cash", cash(), new Rank(0, "1.0.0"));
        Runnable later = methods.add("cash", cash(), new Rank(0, "1.1.0"));
        leave.run();
        assertThat(back).isEmpty();
        later.run();
        methods.add("cash", cash(), new Rank(0, "1.2.0"));
        assertThat(back).containsExactly("cash");
    }

    @Test
    void aPaymentWhoseMethodIsGoneIsLookedAfterByTheHighestRankingOfItsScheme() {
        Origin origin = new Origin("a", Optional.of("wallet:https://one.example"));
        methods.add("b", wallet("b", "one"), new Rank(0, "1.9.0"));
        methods.add("d", wallet("d", "one"), new Rank(0, "1.10.0"));
        methods.add("c", wallet("c", "one"), new Rank(0, "1.10.0"));
        methods.add("e", wallet("e", "two"), new Rank(9, "9.0.0"));
        assertThat(found(origin)).contains("c");
        Runnable back = methods.add("a", wallet("a", "one"), Rank.PLAIN);
        assertThat(found(origin)).contains("a");
        back.run();
        assertThat(found(origin)).as("while it may be being replaced").isEmpty();
    }

    @Test
    void anOwnMethodThatSpeaksOfAnotherProviderByNowComesLast() {
        Origin origin = new Origin("a", Optional.of("wallet:https://one.example"));
        methods.add("a", wallet("a", "two"), new Rank(9, "9.0.0"));
        assertThat(found(origin)).contains("a");
        methods.add("b", wallet("b", "one"), Rank.PLAIN);
        assertThat(found(origin)).contains("b");
        assertThat(found(Origin.only("a"))).contains("a");
    }

    @Test
    void afterAStartTheOwnMethodMayStillCome() {
        Methods starting = new Methods(Duration.ofHours(1));
        starting.add("b", wallet("b", "one"), Rank.PLAIN);
        Origin origin = new Origin("a", Optional.of("wallet:https://one.example"));
        assertThat(starting.find(origin)).isEmpty();
        assertThat(starting.findWithout("a", origin)).isPresent();
        assertThat(starting.findWithout("b", origin)).isEmpty();
    }

    @Test
    void F2_aFilterWithoutItsMethodChangesNothing() {
        methods.add("cash", cash(), Rank.PLAIN);
        methods.add("elsewhere", (ProductLabelFilter) labels -> false, Rank.PLAIN);
        assertThat(methods.find("elsewhere")).isEmpty();
        assertThat(methods.all()).extracting(offered -> offered.info().id()).containsExactly("cash");
        assertThat(methods.limits(Cart.empty(Money.EURO)))
                .as("lines others keep away from")
                .isEmpty();
    }

    private Optional<String> found(Origin origin) {
        return methods.find(origin).map(offered -> offered.info().id());
    }

    private PaymentMethod wallet(String id, String provider) {
        return ScriptedWallet.other(ledger.claims(), id, "wallet:https://" + provider + ".example");
    }

    private static PaymentMethod cash() {
        return HandMethod.cash(ZoneId.of("Europe/Helsinki"));
    }
}
