package io.kassa.pos.host.start;

import io.kassa.pos.host.config.Configurations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Settings of plug-ins as factory configurations of Configuration Admin. */
final class AdminConfigurations implements Configurations {

    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin admin;

    AdminConfigurations(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Map<String, Map<String, Object>> of(String factoryPid) {
        try {
            Configuration[] found =
                    admin.listConfigurations("(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=" + factoryPid + ")");
            Map<String, Map<String, Object>> all = new TreeMap<>();
            for (Configuration one : found == null ? new Configuration[0] : found) {
                all.put(one.getPid().substring(factoryPid.length() + 1), settings(one.getProperties()));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("Not a factory PID: " + factoryPid, e);
        }
    }

    @Override
    public void save(String factoryPid, String name, Map<String, Object> settings) {
        try {
            admin.getFactoryConfiguration(factoryPid, name, ANY_BUNDLE).update(new Hashtable<>(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String factoryPid, String name) {
        try {
            admin.getFactoryConfiguration(factoryPid, name, ANY_BUNDLE).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> settings(Dictionary<String, Object> properties) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String key : Collections.list(properties.keys())) {
            if (!key.startsWith("service.") && !key.equals(Constants.SERVICE_PID)) {
                settings.put(key, properties.get(key));
            }
        }
        return settings;
    }
}
