package io.kassa.pos.serial.start;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.kassa.pos.host.scanners.ScannerStatus.State;
import io.kassa.pos.host.scanners.SerialDevice;
import io.kassa.pos.host.scanners.SerialSettings;
import io.kassa.pos.serial.line.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The serial ports as jSerialComm opens them. */
final class CommPorts implements Ports {

    /** How long a read waits; also how exactly a pause is noticed. */
    private static final int PATIENCE_MILLIS = 50;

    private static final Pattern WINDOWS = Pattern.compile("COM\\d{1,3}");

    /**
     * Nothing else below /dev is opened, whatever an admin types: some devices do things when they are, and a console or a terminal
     * may be where somebody is typing a password.
     */
    private static final Pattern UNIX = Pattern.compile("/dev/(tty[A-Z]|ttymxc|tty\\.|cu\\.|rfcomm)[A-Za-z0-9._-]+");

    private static final Pattern PSEUDO = Pattern.compile("/dev/pts/\\d+");

    private final boolean pseudo;

    /** @param pseudo whether a pseudo-terminal counts as a port, as where there is no scanner but a program that plays one */
    CommPorts(boolean pseudo) {
        this.pseudo = pseudo;
    }

    @Override
    public List<SerialDevice> devices() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> new SerialDevice(lasting(port.getSystemPortPath()), port.getDescriptivePortName()))
                .toList();
    }

    @Override
    public Opening open(SerialSettings settings) {
        try {
            String name = settings.port();
            String path = isWindows() ? name : Path.of(name).toRealPath().toString();
            return isPort(path) ? open(path, settings) : new Opening.Refused(State.NOT_A_PORT);
        } catch (IOException | SerialPortInvalidPortException gone) {
            return new Opening.Refused(State.ABSENT);
        } catch (IllegalArgumentException noPath) {
            return new Opening.Refused(State.NOT_A_PORT);
        }
    }

    private boolean isPort(String path) {
        if (isWindows()) {
            return WINDOWS.matcher(path).matches();
        }
        return UNIX.matcher(path).matches() || pseudo && PSEUDO.matcher(path).matches();
    }

    private static Opening open(String path, SerialSettings settings) {
        if (!isWindows() && !(Files.isReadable(Path.of(path)) && Files.isWritable(Path.of(path)))) {
            return new Opening.Refused(State.FORBIDDEN);
        }
        SerialPort port = SerialPort.getCommPort(path);
        port.setComPortParameters(settings.baud(), settings.dataBits(), stopBits(settings), parity(settings));
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, PATIENCE_MILLIS, 0);
        if (port.openPort(0)) {
            return new Opening.Opened(new Open(port));
        }
        return new Opening.Refused(why(path, port));
    }

    private static State why(String path, SerialPort port) {
        int notTypewriter = 25; // ENOTTY: the only number that is the same on Linux and macOS and left as it was
        if (!isWindows()) {
            return port.getLastErrorCode() == notTypewriter ? State.NOT_A_PORT : State.IN_USE;
        }
        return Arrays.stream(SerialPort.getCommPorts())
                        .anyMatch(each -> each.getSystemPortName().equals(path))
                ? State.IN_USE
                : State.ABSENT;
    }

    private static int stopBits(SerialSettings settings) {
        return settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    }

    private static int parity(SerialSettings settings) {
        return switch (settings.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
        };
    }

    private static String lasting(String path) {
        return isWindows() ? path.substring(path.lastIndexOf('\\') + 1) : StableNames.OF_LINUX.of(path);
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    private record Open(SerialPort port) implements Port {

        @Override
        public int read(byte[] into) {
            return port.readBytes(into, into.length);
        }

        @Override
        public void close() {
            port.closePort();
        }
    }
}
