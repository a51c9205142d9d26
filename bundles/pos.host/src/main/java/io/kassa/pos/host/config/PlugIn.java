package io.kassa.pos.host.config;

import io.kassa.pos.spi.settings.SettingsCheck;
import io.kassa.pos.spi.text.Message;
import java.util.List;

/** A kind of plug-in whose settings can be checked now. */
public record PlugIn(
        String factoryPid, Message name, Message description, List<Setting> settings, SettingsCheck check) {

    public PlugIn {
        settings = List.copyOf(settings);
    }
}
