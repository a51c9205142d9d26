package io.kassa.itests.frameworks;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.MethodView;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.setup.SettingsDraft;
import io.kassa.pos.host.setup.SettingsForm;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.spi.payment.PaymentMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

/** The till in the framework, and its admin. Services come and go, so they are looked up anew each time. */
public final class Shop {

    static final Actor ADMIN = new Actor("admin", Role.ADMIN, true);
    public static final String PLUG_IN = "io.kassa.smartum";
    static final String METHOD = "smartum";
    static final String SECRET = "smartumClientSecret";
    static final String REGISTER = "R1";

    private final BundleContext context;
    private final Sandbox sandbox;

    private Shop(BundleContext context, Sandbox sandbox) {
        this.context = context;
        this.sandbox = sandbox;
    }

    /** As it is after the start: with registers, products and people, and nothing configured. */
    public static Shop opened(BundleContext context) {
        Sandbox sandbox = new Sandbox(context);
        sandbox.isUp();
        Shop shop = new Shop(context, sandbox);
        Eventually.holds("the plug-in has a form", () -> !shop.setup().forms().isEmpty());
        return shop;
    }

    /** With Smartum configured, enabled and on the register. */
    static Shop withSmartum(BundleContext context) {
        Shop shop = opened(context);
        shop.configure(shop.settings());
        shop.isOffered(METHOD);
        shop.enable();
        return shop;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Bundle bundle(String name) {
        return bundle(context, name);
    }

    public static Bundle bundle(BundleContext context, String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    <S> S service(Class<S> type) {
        return service(context, type);
    }

    public static <S> S service(BundleContext context, Class<S> type) {
        return Eventually.get(
                type.getName(),
                () -> Optional.ofNullable(context.getServiceReference(type)).map(context::getService));
    }

    Setup setup() {
        return service(Setup.class);
    }

    /** The services of one type that belong to one method. */
    <S> Collection<ServiceReference<S>> of(String method, Class<S> type) {
        try {
            return context.getServiceReferences(type, "(" + PaymentMethod.ID + "=" + method + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(method, e);
        }
    }

    /** The seven settings by their documented keys, and a refund window that midnight does not end. */
    Map<String, List<String>> settings() {
        Map<String, List<String>> settings = new HashMap<>();
        settings.put("smartumUrl", List.of(sandbox.connection("root")));
        settings.put("smartumApiPublicKey", List.of(sandbox.connection("publicKey")));
        settings.put("smartumClientId", List.of(sandbox.connection("clientId")));
        settings.put(SECRET, List.of(sandbox.connection("clientSecret")));
        settings.put("smartumVenueId", List.of(Sandbox.VENUE));
        settings.put("smartumBenefitType", List.of(Sandbox.SPORT));
        settings.put("enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel", List.of("liikunta"));
        settings.put("refundWindow", List.of("DAYS 1"));
        settings.put("requestMillis", List.of("2000"));
        return settings;
    }

    /** A second one beside the first: another benefit, another label, another id. */
    Map<String, List<String>> settingsForMassage() {
        Map<String, List<String>> settings = settings();
        settings.put("methodId", List.of("smartum-massage"));
        settings.put("methodName", List.of("Smartum massage"));
        settings.put("smartumBenefitType", List.of(Sandbox.MASSAGE));
        settings.put("enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel", List.of("hieronta"));
        return settings;
    }

    Setup.Saved save(Map<String, List<String>> settings) {
        return ok(setup().save(ADMIN, new SettingsDraft(PLUG_IN, Optional.empty(), settings)));
    }

    /** @return the name of the new configuration */
    String configure(Map<String, List<String>> settings) {
        List<String> before = names();
        Setup.Saved saved = save(settings);
        if (!saved.stored()) {
            throw new AssertionError("Not stored: " + saved.findings());
        }
        return names().stream()
                .filter(name -> !before.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** What is stored of the settings, the first time they are asked for: instead of the secret a reference to it. */
    public Map<String, Object> stored() {
        String name = names().stream().findFirst().orElseGet(() -> configure(settings()));
        try {
            Dictionary<String, Object> properties = service(ConfigurationAdmin.class)
                    .getFactoryConfiguration(PLUG_IN, name, "?")
                    .getProperties();
            return Collections.list(properties.keys()).stream()
                    .filter(key -> !key.startsWith("service."))
                    .collect(Collectors.toMap(key -> key, properties::get));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String configuration) {
        ok(setup().delete(ADMIN, PLUG_IN, configuration));
    }

    /** Deletes all configurations, and waits until nothing of them is left. */
    void forget() {
        names().forEach(this::delete);
        Eventually.holds(
                "no Smartum is left",
                () -> setup().methods().stream()
                        .allMatch(method ->
                                !method.id().startsWith(METHOD) || method.state() == MethodView.State.MISSING));
    }

    List<SettingsForm.Configured> configurations() {
        return setup().forms().get(0).configurations();
    }

    MethodView method(String id) {
        return find(id).orElseThrow(() -> new AssertionError("No method " + id));
    }

    void isOffered(String id) {
        Eventually.holds(
                id + " is offered",
                () -> find(id).map(MethodView::state)
                        .filter(MethodView.State.AVAILABLE::equals)
                        .isPresent());
    }

    static <T> T ok(Result<T> result) {
        if (result instanceof Result.Ok<T> ok) {
            return ok.value();
        }
        throw new AssertionError(
                "Refused: " + ((Result.Refused<T>) result).guidance().happened());
    }

    /** Changes the only configuration there is. */
    void change(Map<String, List<String>> settings) {
        Optional<String> only = Optional.of(names().get(0));
        Setup.Saved saved = ok(setup().save(ADMIN, new SettingsDraft(PLUG_IN, only, settings)));
        if (!saved.stored()) {
            throw new AssertionError("Not stored: " + saved.findings());
        }
    }

    void disable() {
        ok(setup().saveMethod(ADMIN, METHOD, settings(false)));
    }

    private static MethodSettings settings(boolean enabled) {
        return new MethodSettings(enabled, "1955", "3990", true, false, false);
    }

    private void enable() {
        ok(setup().saveMethod(ADMIN, METHOD, settings(true)));
        RegisterSettings register = setup().registers().stream()
                .filter(one -> one.id().equals(REGISTER))
                .findFirst()
                .orElseThrow();
        if (!register.methods().contains(METHOD)) {
            List<String> methods = new ArrayList<>(register.methods());
            methods.add(METHOD);
            ok(setup().saveRegister(ADMIN, new RegisterSettings(REGISTER, register.name(), methods)));
        }
    }

    private Optional<MethodView> find(String id) {
        return setup().methods().stream()
                .filter(method -> method.id().equals(id))
                .findFirst();
    }

    private List<String> names() {
        return configurations().stream().map(SettingsForm.Configured::id).toList();
    }
}
