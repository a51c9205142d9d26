package io.kassa.pos.host.config;

import io.kassa.pos.host.vault.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Settings as the audit log says them. Of a secret it says that there is one, or a new one; a value that nobody here knows not to be
 * a secret is not said either.
 */
final class SettingsLine {

    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("//[^/\\s]*@");

    private final Map<String, Setting.Kind> kinds;

    /** @param plugIn what they are settings of; empty when it is not there now */
    SettingsLine(Optional<PlugIn> plugIn) {
        kinds = plugIn.stream()
                .flatMap(known -> known.settings().stream())
                .collect(Collectors.toMap(Setting::key, Setting::kind));
    }

    /** @param typed the secrets that are new */
    String of(Map<String, Object> settings, Set<String> typed) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + value(one.getKey(), one.getValue(), typed))
                        .collect(Collectors.joining("; "));
    }

    private String value(String key, Object value, Set<String> typed) {
        Setting.Kind kind = kinds.get(key);
        String text = value instanceof String[] many ? String.join(", ", many) : String.valueOf(value);
        if (kind == null) {
            return "(not shown)";
        }
        if (kind == Setting.Kind.SECRET && !Secrets.isEnvironment(text)) {
            return typed.contains(key) ? "(new secret)" : "(secret)";
        }
        return PASSWORD_IN_ADDRESS.matcher(text).replaceAll("//(hidden)@");
    }
}
