package io.kassa.pos.serial.start;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * jSerialComm's own part in C. Left alone, the library unpacks it into the machine's temporary folder, where others may write, and
 * ends the whole JVM on a system that it does not know: here it is unpacked into a folder of the bundle's own, and on another system
 * the library is not touched.
 */
final class NativeLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PATH = "jSerialComm.library.path";

    private static final Map<String, List<String>> FILES = Map.of(
            "Linux",
            List.of(
                    "x86_64/libjSerialComm.so",
                    "x86/libjSerialComm.so",
                    "armv8_64/libjSerialComm.so",
                    "armv8_32/libjSerialComm.so",
                    "armv7hf/libjSerialComm.so",
                    "armv6hf/libjSerialComm.so",
                    "armv5/libjSerialComm.so",
                    "ppc64le/libjSerialComm.so"),
            "OSX",
            List.of("aarch64/libjSerialComm.jnilib", "x86_64/libjSerialComm.jnilib"),
            "Windows",
            List.of("x86_64/jSerialComm.dll", "aarch64/jSerialComm.dll", "x86/jSerialComm.dll"));

    private NativeLibrary() {}

    /** Whether it could be loaded. */
    static boolean load(Path folder, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        String kind = name.contains("linux")
                ? "Linux"
                : name.contains("mac") ? "OSX" : name.startsWith("win") ? "Windows" : "";
        if (kind.isEmpty()) {
            LOG.info("No scanners at serial ports: no library for {}", system);
            return false;
        }
        try {
            if (System.getProperty(PATH) == null) {
                unpack(folder, kind);
                System.setProperty(PATH, folder.toString());
            }
            LOG.info("Serial ports by jSerialComm {}", versionWithin(folder));
            return SerialPort.getCommPorts() != null;
        } catch (IOException | LinkageError | RuntimeException failed) {
            LOG.warn("No scanners at serial ports: {}", failed.toString());
            return false;
        }
    }

    /** Loads it. Where that fails jSerialComm looks into these folders, and anybody may have put anything into the first. */
    private static String versionWithin(Path folder) {
        Map<String, Optional<String>> before = new HashMap<>();
        for (String elsewhere : List.of("java.io.tmpdir", "user.home")) {
            before.put(elsewhere, Optional.ofNullable(System.setProperty(elsewhere, folder.toString())));
        }
        try {
            return SerialPort.getVersion();
        } finally {
            before.forEach(NativeLibrary::restore);
        }
    }

    private static void restore(String property, Optional<String> before) {
        before.ifPresentOrElse(value -> System.setProperty(property, value), () -> System.clearProperty(property));
    }

    private static void unpack(Path folder, String kind) throws IOException {
        for (String file : FILES.get(kind)) {
            Path target = folder.resolve(kind).resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream in = SerialPort.class.getResourceAsStream("/" + kind + "/" + file)) {
                if (in == null) {
                    throw new IOException("Not in jSerialComm: " + kind + "/" + file);
                }
                // a copy of before may be cut off, or of another version
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
