package io.kassa.pos.host.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that a person typed. Prints no value, since one may be a secret.
 *
 * @param configuration the configuration that is changed; empty for a new one
 * @param values key to value; a secret that is absent stays as it is stored
 */
public record SettingsDraft(String factoryPid, Optional<String> configuration, Map<String, List<String>> values) {

    @Override
    public String toString() {
        return "SettingsDraft[" + factoryPid + ", " + values.keySet() + "]";
    }
}
