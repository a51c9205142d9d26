package io.kassa.pos.host.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.cash.HandMethod;
import io.kassa.pos.spi.payment.PaymentMethod;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodsTest {

    private final Methods methods = new Methods(Duration.ZERO);

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

    private static PaymentMethod cash() {
        return HandMethod.cash(ZoneId.of("Europe/Helsinki"));
    }
}
