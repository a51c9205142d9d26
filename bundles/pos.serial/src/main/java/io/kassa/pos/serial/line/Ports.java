package io.kassa.pos.serial.line;

import io.kassa.pos.host.scanners.ScannerStatus.State;
import io.kassa.pos.host.scanners.SerialDevice;
import io.kassa.pos.host.scanners.SerialSettings;
import java.util.List;

/** The serial ports of the machine. */
public interface Ports {

    List<SerialDevice> devices();

    Opening open(SerialSettings settings);

    sealed interface Opening {

        record Opened(Port port) implements Opening {}

        /** @param why never {@code OPEN} */
        record Refused(State why) implements Opening {}
    }

    /** An open port; no other program can open it meanwhile. */
    interface Port extends AutoCloseable {

        /** Waits for some bytes a little. 0 when none came, negative when the device is gone. */
        int read(byte[] into);

        @Override
        void close();
    }
}
