package io.kassa.smartum.plugin;

import io.kassa.pos.spi.ledger.PaymentLedger;
import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.product.ProductLabelFilter;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SecretSource;
import io.kassa.pos.spi.settings.SelfTest;
import io.kassa.smartum.core.api.SmartumApi;
import io.kassa.smartum.core.receipt.JavaPlatform;
import io.kassa.smartum.plugin.health.FelixHealth;
import io.kassa.smartum.plugin.payment.Enquiries;
import io.kassa.smartum.plugin.payment.SmartumMethod;
import io.kassa.smartum.plugin.probe.Probe;
import io.kassa.smartum.plugin.settings.Contracts;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.settings.SettingsReader;
import io.kassa.smartum.plugin.settings.SmartumConfiguration;
import io.kassa.smartum.plugin.text.Say;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * One configuration, one payment method. Its services are registered by hand and last: a component that offered them itself
 * would show them even while its settings are broken. Changed settings make a new instance, on which the host replays what was
 * under way.
 */
@Component(
        name = SmartumConfiguration.FACTORY_PID,
        service = {},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmartumConfiguration.class, factory = true)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.kassa.pos.spi.payment.PaymentMethod\"")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.kassa.pos.spi.product.ProductLabelFilter\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kassa.pos.spi.settings.SelfTest\"")
public final class SmartumComponent {
    private final BundleContext context;
    private final Dictionary<String, Object> properties = new Hashtable<>();
    private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
    private final Visits visits = new Visits();
    private final Duration patience;
    private final ExecutorService warmUp = Settings.shortLivedThreads("smartum-warm-up");

    @Activate
    public SmartumComponent(
            BundleContext context,
            Map<String, Object> configured,
            @Reference(name = "ledger") PaymentLedger ledger,
            @Reference(name = "secrets") SecretSource secrets) {
        this.context = context;
        if (JavaPlatform.acceptsForgeries()) {
            throw new IllegalStateException(
                    "This Java accepts forged signatures (CVE-2022-21449), so anybody could make"
                            + " receipts. Install a Java of April 2022 or later.");
        }
        Say say = new Say();
        Contracts contracts = Contracts.in(Optional.ofNullable(context.getProperty(Contracts.FOLDER)));
        SettingsReader.Parsed parsed = new SettingsReader(say, secrets, contracts).read(configured);
        Settings settings = parsed.settings()
                .orElseThrow(
                        () -> new IllegalArgumentException("Smartum settings cannot be used:\n" + parsed.errors()));
        refuseASecondOf(settings.methodId());
        Clock clock = Clock.systemUTC();
        SmartumApi api = settings.api(secrets);
        properties.put(PaymentMethod.ID, settings.methodId());
        properties.put("service.version", context.getBundle().getVersion());
        settings.label().ifPresent(label -> register(ProductLabelFilter.class, filter(label)));
        Probe probe = new Probe(settings, api, say, clock);
        register(SelfTest.class, () -> visits.during(probe::run));
        check(settings.methodId() + " key", List.of("key", FelixHealth.SHALLOW), probe::offline);
        check(settings.methodId() + " connection", List.of("api", "clock", FelixHealth.DEEP), probe::run);
        Enquiries enquiries = new Enquiries(settings, api, ledger, say, clock);
        register(
                Configured.class,
                new Configured(
                        enquiries,
                        probe,
                        visits,
                        () -> secrets.resolve(settings.secretReference()).isPresent()));
        patience = settings.timing().patience();
        PaymentMethod method = new SmartumMethod(settings, api, ledger, say, clock);
        WarmUp work = new WarmUp(settings, api, say, clock, visits);
        visits.begin();
        warmUp.execute(() -> visits.end(work));
        register(PaymentMethod.class, new VisitedMethod(method, visits));
    }

    /**
     * The method goes first, so that nobody begins to pay with half of it. Then whoever is inside may finish. With changed
     * settings the next instance must not wait for them, so they are left to the bundle, which may be replaced a moment later.
     *
     * @param reason as {@link ComponentConstants} tells
     */
    @Deactivate
    public void stop(int reason) {
        registrations.forEach(ServiceRegistration::unregister);
        warmUp.shutdownNow();
        boolean bundleStays = reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_MODIFIED;
        if (!bundleStays || !isTakenOver()) {
            visits.over(patience);
        }
    }

    /** By this bundle's own: while versions of the plug-in stand side by side, each has a class of that name. */
    private boolean isTakenOver() {
        return ours(LastVisits.class, "(objectClass=*)")
                .flatMap(found -> Stream.ofNullable(context.getService(found)))
                .map(last -> last.take(visits, patience))
                .findFirst()
                .orElse(false);
    }

    /** The services of this bundle. */
    private <S> Stream<ServiceReference<S>> ours(Class<S> type, String filter) {
        try {
            return context.getServiceReferences(type, filter).stream()
                    .filter(found -> context.getBundle().equals(found.getBundle()));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("methodId: not an id", e);
        }
    }

    private static ProductLabelFilter filter(ProductLabel label) {
        return labels -> labels.contains(label);
    }

    private <S> void register(Class<S> type, S service) {
        registrations.push(context.registerService(type, service, properties));
    }

    private void check(String name, List<String> tags, Supplier<List<Finding>> findings) {
        FelixHealth.register(context, "Smartum " + name, tags, () -> visits.during(findings))
                .ifPresent(registrations::push);
    }

    /** Two configurations under one id would be taken for two versions of one method. */
    private void refuseASecondOf(String id) {
        if (ours(PaymentMethod.class, "(" + PaymentMethod.ID + "=" + id + ")")
                .findAny()
                .isPresent()) {
            throw new IllegalArgumentException("methodId: another Smartum configuration has the id " + id);
        }
    }
}
