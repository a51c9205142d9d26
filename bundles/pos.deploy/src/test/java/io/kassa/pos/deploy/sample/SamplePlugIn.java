package io.kassa.pos.deploy.sample;

import io.kassa.pos.spi.payment.MethodInfo;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.payment.PaymentOutcome;
import io.kassa.pos.spi.payment.PaymentRequest;
import io.kassa.pos.spi.payment.RecordedPayment;
import io.kassa.pos.spi.payment.RefundOutcome;
import io.kassa.pos.spi.payment.RefundRequest;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.payment.Verification;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.pos.spi.settings.SettingsCheck;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A small plug-in, packed into bundles of many versions. Its manifest says how it behaves: {@code X-Behaviour}. */
public final class SamplePlugIn implements BundleActivator {

    private static final Message TEXT = new Message("sample", List.of(), Map.of("en", "Sample"));

    @Override
    public void start(BundleContext context) {
        String behaviour = Optional.ofNullable(context.getBundle().getHeaders().get("X-Behaviour"))
                .orElse("good");
        if (behaviour.equals("throws")) {
            throw new IllegalStateException("does not want to start");
        }
        context.registerService(
                SettingsCheck.class, new Check(behaviour), property(SettingsCheck.FACTORY_PID, "sample"));
        if (!behaviour.equals("silent") && !behaviour.equals("refuses-settings")) {
            context.registerService(PaymentMethod.class, new Method(), property(PaymentMethod.ID, "sample"));
            context.registerService(SelfTest.class, () -> findings(behaviour), property(PaymentMethod.ID, "sample"));
        }
    }

    @Override
    public void stop(BundleContext context) {
        if ("clings".equals(context.getBundle().getHeaders().get("X-Behaviour"))) {
            throw new IllegalStateException("does not want to go");
        }
    }

    private static List<Finding> findings(String behaviour) {
        return switch (behaviour) {
            case "sick" -> List.of(finding("key"));
            case "offline" -> List.of(finding("reachable"));
            case "breaks" -> throw new IllegalStateException("this self test breaks");
            default -> List.of();
        };
    }

    private static Finding finding(String subject) {
        return new Finding(subject, Finding.Severity.ERROR, TEXT, Optional.empty(), Optional.empty());
    }

    private static Dictionary<String, Object> property(String name, String value) {
        return new Hashtable<>(Map.of(name, value));
    }

    private record Check(String behaviour) implements SettingsCheck {
        @Override
        public List<Finding> check(Map<String, Object> candidate) {
            return behaviour.equals("refuses-settings") ? List.of(finding("venue")) : List.of();
        }

        @Override
        public Optional<String> methodId(Map<String, Object> settings) {
            return Optional.of("sample");
        }

        @Override
        public List<Finding> probe(Map<String, Object> candidate) {
            return List.of();
        }
    }

    private static final class Method implements PaymentMethod {
        @Override
        public MethodInfo info() {
            return new MethodInfo(
                    "sample", TEXT, Duration.ofSeconds(1), false, false, Set.of(), Optional.empty(), Optional.empty());
        }

        @Override
        public Turn<PaymentOutcome> pay(PaymentRequest request) {
            return new Turn.Done<>(new PaymentOutcome.Cancelled());
        }

        @Override
        public Turn<RefundOutcome> refund(RefundRequest request) {
            return new Turn.Done<>(new RefundOutcome.Cancelled());
        }

        @Override
        public PaymentOutcome inquire(PaymentRequest same) {
            return new PaymentOutcome.Cancelled();
        }

        @Override
        public RefundOutcome inquire(RefundRequest same) {
            return new RefundOutcome.Cancelled();
        }

        @Override
        public Verification verify(RecordedPayment payment, Optional<String> typed) {
            return new Verification.Refused(new Guidance(TEXT, TEXT, TEXT));
        }
    }
}
