package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.text.Message;
import io.kassa.smartum.core.receipt.PublicKeys;
import io.kassa.smartum.core.receipt.Refusal;
import io.kassa.smartum.plugin.settings.SmartumConfiguration;
import io.kassa.smartum.plugin.text.Reason;
import io.kassa.smartum.plugin.text.Say;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final String[] ANY = {"0", "1", "2", "3"};
    private final Say say = new Say();

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonSaysWhatHappenedWhereTheMoneyIsAndWhatToDo(Reason reason) {
        var guidance = say.because(reason, (Object[]) ANY);
        assertThat(List.of(guidance.happened(), guidance.money(), guidance.next()))
                .allSatisfy(message ->
                        assertThat(message.texts().values()).hasSize(3).noneMatch(String::isBlank));
        assertThat(guidance.happened().in(Locale.forLanguageTag("fi")))
                .isNotEqualTo(guidance.happened().in(Locale.forLanguageTag("sv")));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalOfAReceiptHasItsOwnReason(Refusal refusal) {
        assertThat(Reason.valueOf(refusal.name()).happened())
                .isEqualTo("receipt." + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @ParameterizedTest
    @EnumSource(PublicKeys.Fault.class)
    void everyFaultOfAKeyHasItsText(PublicKeys.Fault fault) {
        Message message = say.message(
                "settings.key." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'), 2);
        assertThat(message.texts()).hasSize(3);
    }

    @Test
    void noTextIsLeftUnused() throws IOException {
        Set<String> unused = new HashSet<>();
        say.codes().forEach(unused::add);
        String sources = sources();
        unused.removeIf(code -> {
            String stem = code.replaceFirst("\\.advice$", "");
            String family = stem.substring(0, stem.lastIndexOf('.') + 1);
            return sources.contains('"' + stem + '"') || sources.contains('"' + family + "\" +");
        });
        assertThat(unused).isEmpty();
    }

    @Test
    void everySettingIsExplainedInEveryLanguage() throws IOException {
        Set<String> english = metatype("").stringPropertyNames();
        assertThat(metatype("_fi").stringPropertyNames()).isEqualTo(english);
        assertThat(metatype("_sv").stringPropertyNames()).isEqualTo(english);
        assertThat(metatype("_fi").getProperty("acceptUntil")).contains("ä").doesNotContain("Ã");
        String form =
                Files.readString(Path.of("src/main/java/io/kassa/smartum/plugin/settings/SmartumConfiguration.java"));
        for (String key : english) {
            assertThat(form).contains("\"%" + key + "\"");
        }
    }

    @Test
    void theDocumentedKeysAreExactlyThose() {
        Set<String> required = Arrays.stream(SmartumConfiguration.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("smartum") || name.startsWith("enable"))
                .collect(Collectors.toSet());
        assertThat(required)
                .containsExactlyInAnyOrder(
                        "smartumUrl",
                        "smartumApiPublicKey",
                        "smartumClientId",
                        "smartumClientSecret",
                        "smartumVenueId",
                        "smartumBenefitType",
                        "enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel");
    }

    @Test
    void everyOtherSettingHasADefault() {
        assertThat(SmartumConfiguration.class.getDeclaredMethods())
                .filteredOn(method -> !method.getName().startsWith("smartum")
                        && !method.getName().startsWith("enable"))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.getDefaultValue()).isNotNull());
    }

    private static Properties metatype(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                TextsTest.class.getResourceAsStream("/OSGI-INF/l10n/smartum" + language + ".properties")) {
            properties.load(in);
        }
        return properties;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file).replaceAll("\\s+", " "));
            }
            return all.toString();
        }
    }
}
