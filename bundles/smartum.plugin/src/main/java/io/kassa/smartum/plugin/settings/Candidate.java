package io.kassa.smartum.plugin.settings;

import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.smartum.plugin.text.Say;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as they are stored, and what was found about them so far. Reads values only; never repeats one in a finding. */
final class Candidate {
    private final Map<String, Object> values;
    private final Say say;
    private final List<Finding> findings = new ArrayList<>();

    Candidate(Map<String, Object> values, Say say) {
        this.values = values;
        this.say = say;
    }

    /** The text of a documented setting, empty if it is missing; several values count as lines. */
    String text(String key) {
        Object value = values.get(key);
        if (value instanceof String[] lines) {
            return String.join("\n", lines).strip();
        }
        return value == null ? defaultOf(key) : value.toString().strip();
    }

    /** The text of an advanced setting; an emptied field means its default. */
    String advanced(String key) {
        String text = text(key);
        return text.isEmpty() ? defaultOf(key) : text;
    }

    /** The text of a documented setting that must not be empty. */
    Optional<String> required(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            error(key, "settings.missing");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** A whole number between two bounds, or nothing and an error. */
    Optional<Long> number(String key, long least, long most) {
        String text = advanced(key);
        if (text.matches("[0-9]{1,12}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
            return Optional.of(Long.parseLong(text));
        }
        error(key, "settings.number", least, most);
        return Optional.empty();
    }

    /** The result has a text {@code code} and an advice {@code code.advice}. */
    void error(String key, String code, Object... arguments) {
        add(key, Severity.ERROR, code, arguments);
    }

    void warn(String key, String code, Object... arguments) {
        add(key, Severity.WARNING, code, arguments);
    }

    void names(String key, ProductLabel label) {
        findings.add(new Finding(
                key, Severity.OK, say.message("settings.label", label.name()), Optional.empty(), Optional.of(label)));
    }

    private void add(String key, Severity severity, String code, Object... arguments) {
        findings.add(new Finding(
                key,
                severity,
                say.message(code, arguments),
                Optional.of(say.message(code + ".advice", arguments)),
                Optional.empty()));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static String defaultOf(String key) {
        try {
            Method attribute = SmartumConfiguration.class.getMethod(key);
            return Optional.ofNullable(attribute.getDefaultValue()).orElse("").toString();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("no setting " + key, e);
        }
    }
}
