package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.Evidence;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.tck.LedgerInMemory;
import io.kassa.smartum.core.receipt.KnownAnswer;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.text.Say;
import io.kassa.smartum.sandbox.api.Call;
import io.kassa.smartum.sandbox.trouble.Target;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final SandboxBench bench = new SandboxBench();
    private final KnownAnswer known = KnownAnswer.load();

    @AfterEach
    void close() {
        bench.close();
    }

    private WarmUp warmUp() {
        Settings settings = bench.settings();
        return new WarmUp(settings, settings.api(bench.secretSource()), new Say(), Clock.systemUTC(), new Visits());
    }

    @Test
    void paysAsFarAsItGoes_andTheProviderHearsNothing() {
        Turn<PaymentOutcome> turn = WarmUp.pay(warmUp().method(known), known.receipt());
        PaymentOutcome.Paid paid = (PaymentOutcome.Paid) ((Turn.Done<PaymentOutcome>) turn).outcome();
        assertThat(paid.evidence()).isEqualTo(Evidence.SIGNED);
        assertThat(paid.reference()).isPresent();
        assertThat(bench.sandbox.calls()).isEmpty();
    }

    @Test
    void whatPaysThere_paysNowhereElse() {
        LedgerInMemory books = new LedgerInMemory(Clock.systemUTC());
        PaymentMethod configured = bench.method(books, Clock.systemUTC());
        Turn<PaymentOutcome> turn = WarmUp.pay(configured, known.receipt());
        assertThat(((Turn.Ask<PaymentOutcome>) turn).problem()).isPresent();
        assertThat(books.claims(new AttemptId("warm-up"))).isEmpty();
        assertThat(bench.sandbox.calls()).isEmpty();
    }

    @Test
    void endsWithAnAccessToken_andNothingElseWasAsked() {
        warmUp().run();
        assertThat(bench.sandbox.calls()).extracting(Call::target).containsExactly(Target.VENUES, Target.TOKEN);
    }
}
