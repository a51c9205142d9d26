package io.kassa.pos.deploy.vault;

import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.spi.text.Message;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The history in an append-only file, one line an entry, each on disk before anything follows from it. A line that a loss of power
 * cut short does not count.
 */
final class HistoryFile {

    private static final int PLAIN_FIELDS = 7;

    private final Path file;
    private final List<HistoryEntry> entries = new ArrayList<>();

    HistoryFile(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                parsed(line).ifPresent(entries::add);
            }
        }
    }

    synchronized List<HistoryEntry> entries() {
        return List.copyOf(entries);
    }

    synchronized void append(HistoryEntry entry) throws IOException {
        String line = written(entry);
        // begins with a line's end, so that what a loss of power left half written spoils no later entry
        byte[] bytes = ("\n" + line + " " + checksum(line) + "\n").getBytes(StandardCharsets.UTF_8);
        boolean fresh = !Files.exists(file);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        if (fresh) {
            flushFolder(file.toAbsolutePath().getParent());
        }
        entries.add(entry);
    }

    /** Makes a new name in a folder as durable as the file; where folders cannot be opened, the platform does so itself. */
    static void flushFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static String written(HistoryEntry entry) {
        List<String> fields = new ArrayList<>(List.of(
                entry.at().toString(),
                entry.event().name(),
                entry.plugIn(),
                entry.version(),
                entry.fingerprint(),
                entry.by(),
                entry.why().map(Message::code).orElse("")));
        entry.why()
                .ifPresent(why ->
                        new TreeMap<>(why.texts()).forEach((language, text) -> fields.add(language + "=" + text)));
        return String.join(" ", fields.stream().map(HistoryFile::encoded).toList());
    }

    private static Optional<HistoryEntry> parsed(String line) {
        int end = line.lastIndexOf(' ');
        if (end < 0 || !checksum(line.substring(0, end)).equals(line.substring(end + 1))) {
            return Optional.empty();
        }
        String[] fields = line.substring(0, end).split(" ", -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = URLDecoder.decode(fields[i], StandardCharsets.UTF_8);
        }
        Map<String, String> texts = new TreeMap<>();
        for (int i = PLAIN_FIELDS; i < fields.length; i++) {
            texts.put(fields[i].substring(0, fields[i].indexOf('=')), fields[i].substring(fields[i].indexOf('=') + 1));
        }
        Optional<Message> why =
                texts.isEmpty() ? Optional.empty() : Optional.of(new Message(fields[6], List.of(), texts));
        return Optional.of(new HistoryEntry(
                Instant.parse(fields[0]), Event.valueOf(fields[1]), fields[2], fields[3], fields[4], fields[5], why));
    }

    private static String encoded(String field) {
        return URLEncoder.encode(field, StandardCharsets.UTF_8);
    }

    private static String checksum(String line) {
        CRC32 crc = new CRC32();
        crc.update(line.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
