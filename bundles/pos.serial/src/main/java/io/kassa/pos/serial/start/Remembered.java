package io.kassa.pos.serial.start;

import io.kassa.pos.host.scanners.SerialSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings in Configuration Admin, one factory configuration a register: outside of the books, which several machines may share. */
final class Remembered {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final String PID = "io.kassa.pos.serial.scanner";
    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin admin;

    Remembered(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Register to settings. */
    Map<String, SerialSettings> all() {
        try {
            Configuration[] found =
                    admin.listConfigurations("(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=" + PID + ")");
            Map<String, SerialSettings> all = new TreeMap<>();
            for (Configuration one : found == null ? new Configuration[0] : found) {
                String register = one.getPid().substring(PID.length() + 1);
                read(register, one.getProperties()).ifPresent(settings -> all.put(register, settings));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void keep(String register, SerialSettings settings) {
        try {
            admin.getFactoryConfiguration(PID, register, ANY_BUNDLE)
                    .update(new Hashtable<>(Map.of(
                            "port", settings.port(),
                            "baud", settings.baud(),
                            "dataBits", settings.dataBits(),
                            "parity", settings.parity().name(),
                            "stopBits", settings.stopBits(),
                            "ending", settings.ending().name(),
                            "prefix", settings.prefix())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String register) {
        try {
            admin.getFactoryConfiguration(PID, register, ANY_BUNDLE).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when somebody has written into the file what cannot be. */
    private static Optional<SerialSettings> read(String register, Dictionary<String, Object> from) {
        try {
            return Optional.of(new SerialSettings(
                    (String) from.get("port"),
                    (Integer) from.get("baud"),
                    (Integer) from.get("dataBits"),
                    SerialSettings.Parity.valueOf((String) from.get("parity")),
                    (Integer) from.get("stopBits"),
                    SerialSettings.Ending.valueOf((String) from.get("ending")),
                    (String) from.get("prefix")));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException broken) {
            LOG.warn("The settings of the scanner of register {} cannot be read", register);
            return Optional.empty();
        }
    }
}
