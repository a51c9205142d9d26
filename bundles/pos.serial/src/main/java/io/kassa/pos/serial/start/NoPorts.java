package io.kassa.pos.serial.start;

import io.kassa.pos.host.scanners.ScannerStatus.State;
import io.kassa.pos.host.scanners.SerialDevice;
import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.serial.line.Ports;
import java.util.List;

/** Where no library speaks to serial ports: a till runs on without. */
final class NoPorts implements Ports {

    @Override
    public List<SerialDevice> devices() {
        return List.of();
    }

    @Override
    public Opening open(SerialSettings settings) {
        return new Opening.Refused(State.UNSUPPORTED);
    }
}
