package io.kassa.pos.serial.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableNamesTest {

    private Path devices;
    private StableNames names;

    @BeforeEach
    void plugIn(@TempDir Path folder) throws IOException {
        devices = folder.toRealPath();
        Path links = Files.createDirectories(devices.resolve("serial/by-id"));
        Files.createFile(devices.resolve("ttyACM0"));
        Files.createFile(devices.resolve("ttyACM1"));
        Files.createSymbolicLink(links.resolve("usb-Honeywell_123-if00"), Path.of("../../ttyACM1"));
        Files.createSymbolicLink(links.resolve("usb-Gone_9-if00"), Path.of("../../ttyACM7"));
        names = new StableNames(links);
    }

    @Test
    void aDeviceIsKnownByWhatItIs_andNotByWhenItWasPluggedIn() {
        assertThat(names.of(devices.resolve("ttyACM1").toString()))
                .isEqualTo(names.folder().resolve("usb-Honeywell_123-if00").toString());
    }

    @Test
    void oneWithoutALastingNameKeepsTodays() {
        String path = devices.resolve("ttyACM0").toString();
        assertThat(names.of(path)).isEqualTo(path);
        assertThat(new StableNames(devices.resolve("nothing")).of(path)).isEqualTo(path);
    }
}
