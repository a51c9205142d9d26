package io.kassa.pos.host.config;

import java.util.Map;

/** Where the settings of plug-ins are kept: Configuration Admin. Values are as it types them, secrets as references. */
public interface Configurations {

    /** The host's name for each configuration of a kind, and its settings. */
    Map<String, Map<String, Object>> of(String factoryPid);

    void save(String factoryPid, String name, Map<String, Object> settings);

    void delete(String factoryPid, String name);
}
