package io.kassa.pos.host.config;

import io.kassa.pos.host.setup.SettingsForm.Field;

/** One setting of a plug-in: how it is drawn, and how Configuration Admin types it. */
public record Setting(Field field, Kind kind) {

    public enum Kind {
        STRING,
        STRINGS,
        INTEGER,
        LONG,
        BOOLEAN,
        SECRET
    }

    public String key() {
        return field.key();
    }
}
