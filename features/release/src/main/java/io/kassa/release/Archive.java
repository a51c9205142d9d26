package io.kassa.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip or jar as its files, in their order; the same files give the same bytes, whenever and wherever they are written. */
public final class Archive {

    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 1, 1, 0, 0);

    private Archive() {}

    /** All files below a folder, by their names with slashes, in the order of these. */
    public static Map<String, byte[]> folder(Path top) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(top)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(top.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    public static Map<String, byte[]> read(byte[] archive) throws IOException {
        return read(new ByteArrayInputStream(archive));
    }

    /** The files without the folders, in the order in which they stand. */
    public static Map<String, byte[]> read(InputStream archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    public static byte[] write(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Says before its content how long that is, which a zip otherwise says once more behind it. */
    private static ZipEntry entry(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        entry.setSize(content.length);
        entry.setCompressedSize(compressed(content));
        return entry;
    }

    private static long compressed(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] part = new byte[8_192];
            while (!deflater.finished()) {
                deflater.deflate(part);
            }
            return deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }
}
