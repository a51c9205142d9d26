package io.kassa.pos.host.scanners;

import java.time.Instant;

/**
 * How a register's scanner is.
 *
 * @param since when it became so
 */
public record ScannerStatus(String register, SerialSettings settings, State state, Instant since) {

    /** All but {@code OPEN} and {@code UNSUPPORTED} are tried again every second. */
    public enum State {
        OPEN,
        /** The port is not there: unplugged, or not yet plugged in. */
        ABSENT,
        /** Another program has it, or another register. */
        IN_USE,
        /** The till may not open it. */
        FORBIDDEN,
        /** There is something of that name, and it is no serial port; or it does not take these settings. */
        NOT_A_PORT,
        /** No library speaks to serial ports here. */
        UNSUPPORTED
    }
}
