package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpServer;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.spi.settings.SecretSource;
import io.kassa.smartum.plugin.settings.Contracts;
import io.kassa.smartum.plugin.settings.MethodIds;
import io.kassa.smartum.plugin.settings.Settings;
import io.kassa.smartum.plugin.settings.SettingsReader;
import io.kassa.smartum.plugin.settings.SettingsReader.Parsed;
import io.kassa.smartum.plugin.text.Say;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static final String LABEL = "enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel";

    /** The provider's public staging key, on one line. */
    private static final String KEY = "-----BEGIN PUBLIC KEY-----"
            + "MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQAe8rGH96EqvqcIg+DQ/9q8bM+fH1k"
            + "/31Pw1kCESxdOQ0jy+zIpgZ3SN3U9I7aBKugZe1cejygJBpFNvORPzaIzBEAaJ36"
            + "7fnNZG2chabdJEsUW5qcrffCQNlfcYXvMeZPbps3P3ofwY+Qd2+kpbIUi+Y48n+x"
            + "e9pEVS5dkH+2lk1DUQc=-----END PUBLIC KEY-----";

    private final SecretSource secrets =
            name -> name.equals("$[secret:smartum]") ? Optional.of(new Secret("s3cret")) : Optional.empty();
    private final SettingsReader reader = new SettingsReader(
            new Say(), secrets, new Contracts(Path.of("src/test/resources/io/kassa/smartum/plugin")));
    private final Map<String, Object> good = new HashMap<>(Map.of(
            "smartumApiPublicKey", KEY,
            "smartumClientId", "shop",
            "smartumClientSecret", "$[secret:smartum]",
            "smartumVenueId", "ven_pDmadXvNHA6XWoew",
            "smartumBenefitType", "exercise"));

    @Test
    void theDocumentedSettingsAreEnough() {
        Parsed parsed = reader.read(good);
        assertThat(parsed.findings()).isEmpty();
        Settings settings = parsed.settings().orElseThrow();
        assertThat(settings.root().address()).isEqualTo(URI.create("https://api.smartum.fi"));
        assertThat(settings.methodId()).isEqualTo("smartum");
        assertThat(settings.label()).isEmpty();
        assertThat(settings.acceptUntil()).isEmpty();
        assertThat(settings.rules().highestCents()).isEqualTo(100_000);
        assertThat(settings.timing().patience()).isEqualTo(Duration.ofMillis(32_500));
        assertThat(settings.contract()).hasToString("assumed (shipped)");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("smartumUrl", "", "settings.missing"),
                arguments("smartumUrl", "api.smartum.fi", "settings.url"),
                arguments("smartumUrl", "ftp://api.smartum.fi", "settings.url"),
                arguments("smartumUrl", "https://user:pass@api.smartum.fi", "settings.url"),
                arguments("smartumUrl", "https://api.smartum.fi?x=1", "settings.url"),
                arguments("smartumUrl", "https://api.smartum.fi/%70os", "settings.url"),
                arguments("smartumUrl", "http://api.smartum.fi", "settings.url-not-encrypted"),
                arguments("smartumUrl", "http://127.0.0.1.evil.example", "settings.url-not-encrypted"),
                arguments("smartumApiPublicKey", "", "settings.key.empty"),
                arguments("smartumApiPublicKey", "hello", "settings.key.not-pem"),
                arguments("smartumApiPublicKey", KEY.replace("PUBLIC", "PRIVATE"), "settings.key.private-key"),
                arguments("smartumApiPublicKey", KEY.replace("MIGb", "MIGc"), "settings.key.damaged"),
                arguments("smartumClientId", " ", "settings.missing"),
                arguments("smartumClientSecret", "", "settings.missing"),
                arguments("smartumClientSecret", "s3cret", "settings.secret-not-a-reference"),
                arguments("smartumClientSecret", "$[secret:nobody]", "settings.secret-unresolved"),
                arguments("smartumVenueId", "", "settings.missing"),
                arguments("smartumVenueId", "tx_R60D21hL60bj5N1v", "settings.venue"),
                arguments("smartumBenefitType", "", "settings.missing"),
                arguments("smartumBenefitType", "gym and massage", "settings.benefit"),
                arguments("methodId", "Smartum 1", "settings.method-id"),
                arguments("acceptUntil", "31.12.2026", "settings.date"),
                arguments("refundWindow", "14", "settings.refund-window"),
                arguments("contractFile", "nowhere.properties", "settings.contract-missing"),
                arguments("contractFile", "../plugin/renamed.properties", "settings.contract-missing"),
                arguments("contractFile", "broken.properties", "settings.contract"),
                arguments("lookupWaitMillis", -1, "settings.number"),
                arguments("connectMillis", "soon", "settings.number"),
                arguments("requestMillis", 999_999, "settings.number"),
                arguments("oldReceiptDays", "99999999999999", "settings.number"),
                arguments("highestAmountCents", 0, "settings.number"),
                arguments("refundKeyHours", "1.5", "settings.number"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("faults")
    void aFaultIsToldBesideItsField(String key, Object value, String code) {
        good.put(key, value);
        Parsed parsed = reader.read(good);
        assertThat(parsed.settings()).isEmpty();
        assertThat(parsed.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(key);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.result().code()).isEqualTo(code);
            assertThat(finding.advice()).isPresent();
        });
    }

    @Test
    void allFaultsAreToldAtOnceAndNoneRepeatsTheSecret() {
        Parsed parsed = reader.read(Map.of("smartumUrl", "http://x.fi", "smartumClientSecret", "s3cret"));
        assertThat(parsed.findings().stream().map(Finding::subject))
                .containsExactly(
                        "smartumUrl",
                        "smartumApiPublicKey",
                        "smartumClientId",
                        "smartumClientSecret",
                        "smartumVenueId",
                        "smartumBenefitType");
        assertThat(parsed.errors().lines()).hasSize(6);
        assertThat(parsed.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.smartum.fi/, https://api.smartum.fi",
        "HTTPS://API.Smartum.FI:443, https://api.smartum.fi",
        "https://api.smartum.fi/pos//, https://api.smartum.fi/pos",
        "https://api.smartum.fi., https://api.smartum.fi",
        "https://api.smartum.fi/./pos//x/.., https://api.smartum.fi/pos",
        "https://localhost:8181, https://localhost:8181",
        "http://localhost:8181, http://127.0.0.1:8181",
        "http://LocalHost.:8181, http://127.0.0.1:8181",
        "http://127.0.0.1:80/, http://127.0.0.1",
        "http://[::1]:8181/, http://127.0.0.1:8181"
    })
    void oneAddressHasOneSpelling(String typed, String root) {
        good.put("smartumUrl", typed);
        assertThat(reader.read(good).settings().orElseThrow().scheme()).isEqualTo("smartum:" + root);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8181, http://localhost:8181",
        "http://[::1]:8181/, http://[::1]:8181",
        "http://127.0.0.1:80, http://127.0.0.1:80",
        "https://API.Smartum.FI/pos//x/, https://API.Smartum.FI/pos//x",
        "https://api.smartum.fi./, https://api.smartum.fi"
    })
    void anAddressIsConnectedToAsItWasTyped(String typed, String address) {
        good.put("smartumUrl", typed);
        Settings settings = reader.read(good).settings().orElseThrow();
        assertThat(settings.root().address()).hasToString(address);
    }

    @Test
    void whatIsCalledIsTheTypedNameAndNotTheOneThatIsRemembered() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> hosts = new CopyOnWriteArrayList<>();
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try {
            String typed = "localhost:" + server.getAddress().getPort();
            good.put("smartumUrl", "http://" + typed);
            reader.read(good).settings().orElseThrow().api(secrets).venues(Duration.ofSeconds(10));
            assertThat(hosts).containsExactly(typed);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aLabelIsToldToTheHost() {
        good.put(LABEL, " liikunta ");
        Parsed parsed = reader.read(good);
        assertThat(parsed.settings().orElseThrow().label()).contains(new ProductLabel("liikunta"));
        assertThat(parsed.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.OK);
            assertThat(finding.label()).contains(new ProductLabel("liikunta"));
        });
    }

    @Test
    void anUnusualVenueIdIsAWarningOnly() {
        good.put("smartumVenueId", "ven_short");
        Parsed parsed = reader.read(good);
        assertThat(parsed.settings()).isPresent();
        assertThat(parsed.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void anEmptiedAdvancedFieldMeansItsDefault() {
        for (String key : new String[] {"methodId", "methodName", "acceptUntil", "refundWindow", "requestMillis"}) {
            good.put(key, " ");
        }
        assertThat(reader.read(good).settings().orElseThrow().methodId()).isEqualTo("smartum");
        assertThat(reader.read(good).settings().orElseThrow().timing().exchange())
                .isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void aSecondConfigurationOfOneMethodIsRefusedAndItsOwnIsNot() {
        MethodIds ids = new MethodIds(new Say());
        assertThat(ids.of(Map.of())).isEqualTo("smartum");
        Map<String, Object> massage = Map.of("methodId", "smartum-massage", "service.pid", "io.kassa.smartum~1");
        Map<String, Object> sport = Map.of("methodId", "smartum", "service.pid", "io.kassa.smartum~2");
        assertThat(ids.check(good, List.of(massage))).isEmpty();
        assertThat(ids.check(good, List.of(massage, sport)))
                .extracting(finding -> finding.result().code())
                .containsExactly("settings.method-id-twice");
        good.put("service.pid", "io.kassa.smartum~2");
        assertThat(ids.check(good, List.of(massage, sport))).isEmpty();
    }

    @Test
    void severalLinesAndNumbersAsTextAreTaken() {
        good.put("smartumApiPublicKey", new String[] {KEY, KEY});
        good.put("requestMillis", "2000");
        good.put("contractFile", "renamed.properties");
        Settings settings = reader.read(good).settings().orElseThrow();
        assertThat(settings.keys().kids()).hasSize(1);
        assertThat(settings.timing().exchange()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.contract().name()).isEqualTo("renamed");
    }
}
