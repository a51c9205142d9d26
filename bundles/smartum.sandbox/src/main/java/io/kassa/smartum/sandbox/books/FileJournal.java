package io.kassa.smartum.sandbox.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** One JSON text a line, forced to the disk line by line. One process at a time may have it open. */
public final class FileJournal implements Journal {
    private final ObjectMapper json = Json.mapper();
    private final FileChannel file;
    private final List<Event> past;

    private FileJournal(FileChannel file, List<Event> past) {
        this.file = file;
        this.past = past;
    }

    /** Opens or makes the journal. A last line that a crash left unfinished is cut off: nobody was told of it. */
    public static FileJournal open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(file, path);
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // until all of it is read
            }
            String text = new String(bytes.array(), StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            file.position(file.size());
            return new FileJournal(file, parse(whole));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Event> read() {
        return past;
    }

    @Override
    public void append(Event event) {
        try {
            long end = file.position();
            try {
                write(event);
            } catch (IOException e) {
                file.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Event event) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(
                (json.writerFor(Event.class).writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            file.write(line);
        }
        file.force(false);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lock(FileChannel file, Path path) throws IOException {
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            // this very process has it open: the same answer as below
        }
        if (lock == null) {
            file.close();
            throw new IOException("another sandbox keeps its books in " + path.getParent());
        }
    }

    private static List<Event> parse(String lines) throws JsonProcessingException {
        ObjectMapper json = Json.mapper();
        List<Event> events = new ArrayList<>();
        for (String line : lines.split("\n")) {
            if (!line.isBlank()) {
                events.add(json.readValue(line, Event.class));
            }
        }
        return List.copyOf(events);
    }
}
