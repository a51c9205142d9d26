package io.kassa.pos.serial.start;

import io.kassa.pos.host.scanners.SerialDevice;
import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.serial.line.Ports;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ports from when somebody wants one: a till without such scanners loads no native library. */
final class PortsOnDemand implements Ports {

    private final Supplier<Ports> load;
    private Optional<Ports> loaded = Optional.empty();

    PortsOnDemand(Supplier<Ports> load) {
        this.load = load;
    }

    @Override
    public List<SerialDevice> devices() {
        return loaded().devices();
    }

    @Override
    public Opening open(SerialSettings settings) {
        return loaded().open(settings);
    }

    private synchronized Ports loaded() {
        Ports ports = loaded.orElseGet(load);
        loaded = Optional.of(ports);
        return ports;
    }
}
