package io.kassa.pos.deploy.running;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The configurations of a plug-in's factories, as they are stored now. Secrets are only references there. */
final class StoredSettings {

    /** Configurations must be seen by both versions while they run side by side. */
    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin admin;

    StoredSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    List<Map<String, Object>> of(String factoryPid) {
        return configurations(factoryPid).stream().map(StoredSettings::values).toList();
    }

    Map<String, Map<String, Object>> snapshot(Iterable<String> factoryPids) {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        for (String factoryPid : factoryPids) {
            configurations(factoryPid).forEach(configuration -> all.put(configuration.getPid(), values(configuration)));
        }
        return all;
    }

    /** Puts a snapshot back where it differs: changed and deleted ones return, younger ones stay. */
    void restore(Map<String, Map<String, Object>> snapshot) throws IOException {
        for (Map.Entry<String, Map<String, Object>> wanted : snapshot.entrySet()) {
            Configuration configuration = configuration(wanted.getKey());
            if (configuration.getProperties() == null || !same(values(configuration), wanted.getValue())) {
                configuration.update(new Hashtable<>(wanted.getValue()));
            }
        }
    }

    /** One of a factory that was deleted is made anew as one of that factory, under the same name. */
    private Configuration configuration(String pid) throws IOException {
        int mark = pid.indexOf('~');
        return mark < 0
                ? admin.getConfiguration(pid, ANY_BUNDLE)
                : admin.getFactoryConfiguration(pid.substring(0, mark), pid.substring(mark + 1), ANY_BUNDLE);
    }

    private static boolean same(Map<String, Object> some, Map<String, Object> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream()
                        .allMatch(entry -> Objects.deepEquals(entry.getValue(), others.get(entry.getKey())));
    }

    private List<Configuration> configurations(String factoryPid) {
        try {
            Configuration[] found = admin.listConfigurations("(service.factoryPid=" + factoryPid + ")");
            return found == null ? List.of() : List.of(found);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(factoryPid, e);
        }
    }

    private static Map<String, Object> values(Configuration configuration) {
        Map<String, Object> values = new TreeMap<>();
        Dictionary<String, Object> properties = configuration.getProperties();
        List<String> keys = properties == null ? new ArrayList<>() : Collections.list(properties.keys());
        keys.forEach(key -> values.put(key, properties.get(key)));
        values.keySet().removeAll(List.of("service.pid", "service.factoryPid", "service.bundleLocation"));
        return values;
    }
}
