package io.kassa.pos.host.scanners;

import java.util.List;

/**
 * How a scanner speaks. USB scanners that call themselves a serial port (USB-CDC) take any speed; those at a real one mostly come
 * set to 9600 8N1 and a carriage return.
 *
 * @param port its name or path
 * @param baud one of {@link #SPEEDS}
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 * @param prefix what the scanner puts before each code, and is taken off; may be empty
 */
public record SerialSettings(
        String port, int baud, int dataBits, Parity parity, int stopBits, Ending ending, String prefix) {

    public static final List<Integer> SPEEDS = List.of(9600, 1200, 2400, 4800, 19200, 38400, 57600, 115200);

    /** The most bytes of one scan. */
    public static final int LONGEST = 4096;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PREFIX = 16;

    public enum Parity {
        NONE,
        EVEN,
        ODD
    }

    /** How a scan ends. Control characters beside it do not count: {@code CR} is right also for CR and LF. */
    public enum Ending {
        CR,
        LF,
        CRLF,
        ETX,
        /** Nothing comes for a moment. */
        PAUSE
    }

    /** @throws IllegalArgumentException if no scanner could be set so */
    public SerialSettings {
        check(!port.isBlank() && port.length() <= LONGEST_NAME && isPlain(port));
        check(SPEEDS.contains(baud));
        check(dataBits == 7 || dataBits == 8);
        check(stopBits == 1 || stopBits == 2);
        check(prefix.length() <= LONGEST_PREFIX && isPlain(prefix));
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static void check(boolean sound) {
        if (!sound) {
            throw new IllegalArgumentException("No scanner can be set so");
        }
    }
}
