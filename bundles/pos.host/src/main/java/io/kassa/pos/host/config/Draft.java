package io.kassa.pos.host.config;

import io.kassa.pos.host.setup.SettingsDraft;
import io.kassa.pos.host.text.Words;
import io.kassa.pos.host.vault.Secrets;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.spi.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person typed, as a plug-in would be given it. Typed secrets stay in memory, behind references that end when the draft
 * is closed. A stored secret goes only where it went before: with another address in the draft it must be typed again, or
 * whoever may write settings could have it sent to a server of their own and read it there.
 */
final class Draft implements AutoCloseable {

    private final Secrets secrets;
    private final Map<String, Object> candidate = new LinkedHashMap<>();
    private final Map<String, Secret> typed = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param stored the configuration as it is now; empty for a new one */
    Draft(PlugIn plugIn, SettingsDraft draft, Map<String, Object> stored, Secrets secrets, Words words) {
        this.secrets = secrets;
        for (Setting setting : plugIn.settings()) {
            List<String> values = typed(draft, setting);
            if (setting.kind() != Setting.Kind.SECRET && !values.isEmpty()) {
                convert(setting, values)
                        .ifPresentOrElse(
                                value -> candidate.put(setting.key(), value),
                                () -> findings.add(error(setting, words, "check.form")));
            }
        }
        boolean elsewhere = plugIn.settings().stream().anyMatch(setting -> isElsewhere(setting, stored));
        for (Setting setting : plugIn.settings()) {
            if (setting.kind() == Setting.Kind.SECRET) {
                secret(setting, typed(draft, setting), stored, elsewhere, words);
            }
        }
    }

    private static List<String> typed(SettingsDraft draft, Setting setting) {
        return draft.values().getOrDefault(setting.key(), List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    private boolean isElsewhere(Setting setting, Map<String, Object> stored) {
        String before = text(stored.get(setting.key()));
        String now = text(candidate.get(setting.key()));
        return setting.kind() != Setting.Kind.SECRET && !before.equals(now) && (isAddress(before) || isAddress(now));
    }

    private static boolean isAddress(String text) {
        return text.contains("://");
    }

    private static String text(Object value) {
        return value instanceof String[] many ? String.join("\n", many) : value == null ? "" : value.toString();
    }

    /** The settings as they would be stored, secrets as references. */
    Map<String, Object> candidate() {
        return candidate;
    }

    /** What is wrong with the typed texts themselves. */
    List<Finding> findings() {
        return findings;
    }

    /** Key to secret, of those that were typed now. */
    Map<String, Secret> typed() {
        return typed;
    }

    private void secret(
            Setting setting, List<String> values, Map<String, Object> stored, boolean elsewhere, Words words) {
        Object reference = stored.get(setting.key());
        if (values.isEmpty()) {
            if (reference != null && elsewhere) {
                findings.add(error(setting, words, "check.secret-again"));
            } else if (reference != null) {
                candidate.put(setting.key(), reference);
            }
        } else if (Secrets.isEnvironment(values.get(0))) {
            candidate.put(setting.key(), values.get(0));
        } else {
            Secret secret = new Secret(values.get(0));
            typed.put(setting.key(), secret);
            candidate.put(setting.key(), secrets.draft(secret));
        }
    }

    private static Optional<Object> convert(Setting setting, List<String> values) {
        String first = values.get(0).strip();
        try {
            return Optional.of(
                    switch (setting.kind()) {
                        case STRINGS -> values.toArray(String[]::new);
                        case INTEGER -> Integer.valueOf(first);
                        case LONG -> Long.valueOf(first);
                        case BOOLEAN -> Boolean.valueOf(first);
                        case STRING, SECRET -> String.join("\n", values).strip();
                    });
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Finding error(Setting setting, Words words, String code) {
        Message advice = words.say(code + ".advice");
        return new Finding(
                setting.key(), Finding.Severity.ERROR, words.say(code), Optional.of(advice), Optional.empty());
    }

    @Override
    public void close() {
        typed.keySet().forEach(key -> secrets.closeDraft((String) candidate.get(key)));
    }
}
