package io.kassa.itests.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kassa.smartum.sandbox.Options;
import io.kassa.smartum.sandbox.Sandbox;
import io.kassa.smartum.sandbox.books.RefundWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleException;

/** A till with registers that take Smartum, the sandbox behind it, and a partner whom it trusts. */
final class Shop implements AutoCloseable {

    static final String BENEFIT = "exercise";

    final Sandbox sandbox = Sandbox.start(Options.inMemory());
    final Partner partner;
    final Till till;
    final TillApi api;
    private String configuration = "";

    Shop(Path folder) throws Exception {
        sandbox.books().window(RefundWindow.ALWAYS);
        sandbox.books().topUp(BENEFIT, 100_000_000);
        partner = Partner.trustedBy(folder);
        till = new Till(folder);
        api = new TillApi(till.root());
        api.logIn();
        configure(1500);
    }

    /** Stores the settings; the wait for a look-up tells one time from the next. */
    void configure(int lookUpMillis) throws InterruptedException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("smartumUrl", List.of(sandbox.root().toString()));
        values.put("smartumApiPublicKey", List.of(sandbox.publicKeyPem()));
        values.put("smartumClientId", List.of(sandbox.clientId()));
        values.put("smartumClientSecret", List.of(sandbox.clientSecret()));
        values.put("smartumVenueId", List.of(Sandbox.KAISLA));
        values.put("smartumBenefitType", List.of(BENEFIT));
        values.put("enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel", List.of("liikunta"));
        values.put("refundWindow", List.of("UNLIMITED"));
        values.put("lookupWaitMillis", List.of(Integer.toString(lookUpMillis)));
        // a busy machine is no fault of an update
        values.put("requestMillis", List.of("15000"));
        JsonNode form = form();
        Map<String, Object> draft = new LinkedHashMap<>(Map.of("values", values));
        if (!configuration.isEmpty()) {
            draft.put("configuration", configuration);
        }
        JsonNode saved = TillApi.must(
                api.post("/api/config/forms/" + form.path("factoryPid").asText() + "/configurations", draft));
        if (!saved.path("stored").asBoolean()) {
            throw new AssertionError(saved.path("findings").toString());
        }
        configuration = saved.at("/forms/0/configurations/0/id").asText();
    }

    private JsonNode form() throws InterruptedException {
        return comes("the form of a plug-in", () -> {
            JsonNode forms = TillApi.must(api.get("/api/config/forms"));
            return forms.isEmpty() ? Optional.empty() : Optional.of(forms.get(0));
        });
    }

    /** The till is open before its plug-in; and while the plug-in is being replaced, forms and methods come and go. */
    private static <T> T comes(String what, Supplier<Optional<T>> look) throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never there: " + what);
    }

    /** Registers of that number, each of which takes Smartum. */
    List<String> registers(int count) throws InterruptedException {
        comes(
                "smartum",
                () -> TillApi.must(api.get("/api/config/methods")).findValuesAsText("id").stream()
                        .filter("smartum"::equals)
                        .findFirst());
        TillApi.must(api.put(
                "/api/config/methods/smartum",
                Map.of(
                        "enabled",
                        true,
                        "account",
                        "1",
                        "surplusAccount",
                        "2",
                        "registerCheck",
                        true,
                        "quick",
                        false,
                        "rounding",
                        false)));
        List<String> registers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            registers.add("L" + i);
            TillApi.must(api.put(
                    "/api/config/registers/L" + i, Map.of("name", "Register " + i, "methods", List.of("smartum"))));
        }
        return registers;
    }

    @Override
    public void close() throws BundleException {
        till.close();
        sandbox.close();
    }
}
