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
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.service.component.ComponentConstants;

class SmartumComponentTest {
    private static final String LABEL = "enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel";
    private final SandboxBench bench = new SandboxBench();
    private final Registry registry = new Registry();
    private final Answer code = new Answer.Scanned(bench.code(1000));
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
        stop(component);
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
        stop(component);
    }

    @Test
    void theFilterAcceptsTheConfiguredLabelOnly() {
        SmartumComponent component = start();
        ProductLabelFilter filter = (ProductLabelFilter) registry.service(ProductLabelFilter.class);
        assertThat(filter.accepts(Set.of(new ProductLabel("x"), new ProductLabel(SandboxBench.LABEL))))
                .isTrue();
        assertThat(filter.accepts(Set.of(new ProductLabel("Liikunta")))).isFalse();
        assertThat(filter.accepts(Set.of())).isFalse();
        stop(component);
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
        stop(component);
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
        stop(first);
        stop(second);
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
        stop(component);
    }

    @Test
    void theSelfTestRuns() {
        SmartumComponent component = start();
        assertThat(((SelfTest) registry.service(SelfTest.class)).run()).hasSize(7);
        stop(component);
    }

    @Test
    void aScanUnderWayEndsInTheVersionThatIsBeingReplaced() throws Exception {
        bench.sandbox.troubles().set(Target.LOOK_UP, new Trouble.Stall(1));
        SmartumComponent component = start();
        Turn.Ask<PaymentOutcome> ask = scan("under-way");
        CompletableFuture<Turn<PaymentOutcome>> under = answered(ask);

        stop(component);

        assertPaid(under);
        assertThatThrownBy(() -> ask.answer(code, Instant.now())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void changedSettingsKeepNobodyWaitingAndTheEndOfTheBundleDoes() throws Exception {
        bench.sandbox.troubles().set(Target.LOOK_UP, new Trouble.Stall(20));
        bench.configured.put("lookupWaitMillis", 4000);
        LastVisits lastVisits = new LastVisits();
        registry.context().registerService(LastVisits.class, lastVisits, new Hashtable<>());
        SmartumComponent component = start();
        Turn.Ask<PaymentOutcome> ask = scan("under-way");
        CompletableFuture<Turn<PaymentOutcome>> under = answered(ask);

        component.stop(ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_MODIFIED);
        SmartumComponent next = start();

        assertThat(registry.service(PaymentMethod.class)).isNotNull();
        assertThat(under).as("nobody waited for it").isNotDone();
        stop(next);
        lastVisits.stop();
        // the visit ends a moment before whoever made it has its answer
        assertThat(under).as("the bundle waited for it").succeedsWithin(Duration.ofSeconds(1));
        assertPaid(under);
        assertThatThrownBy(() -> ask.answer(code, Instant.now())).isInstanceOf(IllegalStateException.class);
    }

    private CompletableFuture<Turn<PaymentOutcome>> answered(Turn.Ask<PaymentOutcome> ask) {
        CompletableFuture<Turn<PaymentOutcome>> under =
                CompletableFuture.supplyAsync(() -> ask.answer(code, Instant.now()));
        for (int wait = 0; wait < 1000 && asked(Target.LOOK_UP) == 0; wait++) {
            LockSupport.parkNanos(20_000_000);
        }
        return under;
    }

    private static void assertPaid(CompletableFuture<Turn<PaymentOutcome>> under) throws Exception {
        assertThat(under.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Turn.Done.class, done -> assertThat(done.outcome()).isInstanceOf(PaymentOutcome.Paid.class));
    }

    private long asked(Target target) {
        return bench.sandbox.calls().stream()
                .filter(call -> call.target() == target)
                .count();
    }

    private Turn.Ask<PaymentOutcome> scan(String attempt) {
        PaymentMethod method = (PaymentMethod) registry.service(PaymentMethod.class);
        PaymentRequest request = new PaymentRequest(
                new AttemptId(attempt), new SaleId("sale"), Money.euro(1000), Money.euro(1000), Instant.now());
        return (Turn.Ask<PaymentOutcome>) method.pay(request);
    }

    private SmartumComponent start() {
        return new SmartumComponent(registry.context(), bench.configured, books, bench.secretSource());
    }

    private static void stop(SmartumComponent component) {
        component.stop(ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED);
    }
}
