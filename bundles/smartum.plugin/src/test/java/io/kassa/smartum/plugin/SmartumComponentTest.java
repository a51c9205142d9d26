package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.pos.spi.tck.LedgerInMemory;
import io.kassa.smartum.sandbox.api.Call;
import io.kassa.smartum.sandbox.trouble.Target;
import io.kassa.smartum.sandbox.trouble.Trouble;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class SmartumComponentTest {
    private static final String LABEL = "enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel";
    private final SandboxBench bench = new SandboxBench();
    private final Registry registry = new Registry();
    private final LedgerInMemory books = new LedgerInMemory(Clock.systemUTC());

    SmartumComponentTest() {
        bench.configured.put("contractFile", "shipped");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theMethodComesLastAndGoesFirst() {
        SmartumComponent component = start();
        assertThat(registry.events)
                .containsExactly(
                        "+ProductLabelFilter",
                        "+SelfTest",
                        "+HealthCheck",
                        "+HealthCheck",
                        "+Configured",
                        "+PaymentMethod");
        component.stop();
        assertThat(registry.events.subList(6, 12))
                .containsExactly(
                        "-PaymentMethod",
                        "-Configured",
                        "-HealthCheck",
                        "-HealthCheck",
                        "-SelfTest",
                        "-ProductLabelFilter");
    }

    @Test
    void onlyIdAndVersionArePublished() {
        SmartumComponent component = start();
        assertThat(registry.services)
                .filteredOn(service -> service.type() != HealthCheck.class)
                .hasSize(4)
                .allSatisfy(service -> assertThat(service.properties())
                        .containsOnlyKeys(PaymentMethod.ID, "service.version")
                        .containsEntry(PaymentMethod.ID, "smartum")
                        .containsEntry("service.version", new Version(1, 2, 3)));
        component.stop();
    }

    @Test
    void theFilterAcceptsTheConfiguredLabelOnly() {
        SmartumComponent component = start();
        ProductLabelFilter filter = (ProductLabelFilter) registry.service(ProductLabelFilter.class);
        assertThat(filter.accepts(Set.of(new ProductLabel("x"), new ProductLabel(SandboxBench.LABEL))))
                .isTrue();
        assertThat(filter.accepts(Set.of(new ProductLabel("Liikunta")))).isFalse();
        assertThat(filter.accepts(Set.of())).isFalse();
        component.stop();
    }

    @Test
    void withoutALabelThereIsNoFilterAndTheMethodSaysSo() {
        bench.configured.remove(LABEL);
        SmartumComponent component = start();
        assertThat(registry.events).doesNotContain("+ProductLabelFilter");
        assertThat(((PaymentMethod) registry.service(PaymentMethod.class))
                        .info()
                        .filtered())
                .isFalse();
        component.stop();
    }

    @Test
    void brokenSettingsRegisterNothingAndTellEveryProblemAtOnce() {
        bench.configured.put("smartumVenueId", "here");
        bench.configured.put("smartumApiPublicKey", "");
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("smartumVenueId")
                .hasMessageContaining("smartumApiPublicKey");
        assertThat(registry.events).isEmpty();
    }

    @Test
    void twoConfigurationsDoNotShareAnId() {
        SmartumComponent first = start();
        assertThatThrownBy(this::start).hasMessageContaining("methodId");
        bench.configured.put("methodId", "smartum-massage");
        SmartumComponent second = start();
        first.stop();
        second.stop();
        assertThat(registry.services).isEmpty();
    }

    @Test
    void theFirstScanIsPreparedInTheBackgroundAndClaimsNothing() throws InterruptedException {
        SmartumComponent component = start();
        for (int wait = 0; wait < 200 && bench.sandbox.calls().size() < 2; wait++) {
            Thread.sleep(50);
        }
        assertThat(bench.sandbox.calls()).extracting(Call::target).containsExactly(Target.VENUES, Target.TOKEN);
        assertThat(books.claims(new AttemptId("warm-up"))).isEmpty();
        component.stop();
    }

    @Test
    void theSelfTestRuns() {
        SmartumComponent component = start();
        assertThat(((SelfTest) registry.service(SelfTest.class)).run()).hasSize(7);
        component.stop();
    }

    @Test
    void aScanUnderWayEndsInTheVersionThatIsBeingReplaced() throws Exception {
        bench.sandbox.troubles().set(Target.LOOK_UP, new Trouble.Stall(1));
        SmartumComponent component = start();
        PaymentMethod method = (PaymentMethod) registry.service(PaymentMethod.class);
        Turn.Ask<PaymentOutcome> ask = scan(method, "under-way");
        Answer code = new Answer.Scanned(bench.code(1000));
        CompletableFuture<Turn<PaymentOutcome>> under =
                CompletableFuture.supplyAsync(() -> ask.answer(code, Instant.now()));
        for (int wait = 0; wait < 200 && asked(Target.LOOK_UP) == 0; wait++) {
            Thread.sleep(20);
        }

        component.stop();

        assertThat(under.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Turn.Done.class, done -> assertThat(done.outcome()).isInstanceOf(PaymentOutcome.Paid.class));
        assertThatThrownBy(() -> ask.answer(code, Instant.now())).isInstanceOf(IllegalStateException.class);
    }

    private long asked(Target target) {
        return bench.sandbox.calls().stream()
                .filter(call -> call.target() == target)
                .count();
    }

    private static Turn.Ask<PaymentOutcome> scan(PaymentMethod method, String attempt) {
        PaymentRequest request = new PaymentRequest(
                new AttemptId(attempt), new SaleId("sale"), Money.euro(1000), Money.euro(1000), Instant.now());
        return (Turn.Ask<PaymentOutcome>) method.pay(request);
    }

    private SmartumComponent start() {
        return new SmartumComponent(registry.context(), bench.configured, books, bench.secretSource());
    }
}
