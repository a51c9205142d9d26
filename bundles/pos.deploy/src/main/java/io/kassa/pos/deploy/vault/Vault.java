package io.kassa.pos.deploy.vault;

import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.artefact.Artefact;
import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.Fingerprint;
import io.kassa.pos.deploy.artefact.Inspector;
import io.kassa.pos.deploy.artefact.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The private folder: artefacts by their fingerprint, the settings that ran with each, and the history. Everything is written
 * beside its place, flushed and moved there, so that a loss of power leaves the old or the new, never a half.
 */
public final class Vault {

    private final Path folder;
    private final Path incoming;
    private final HistoryFile history;

    public Vault(Path folder) throws IOException {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
        Files.createDirectories(folder.resolve("artefacts"));
        Files.createDirectories(incoming);
        // what a loss of power left half copied
        try (DirectoryStream<Path> left = Files.newDirectoryStream(incoming)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        this.history = new HistoryFile(folder.resolve("history"));
    }

    /**
     * Copies what came in to where nobody else writes; what is verified and started are these bytes. Never copies more than an
     * artefact may have, whatever the stream goes on to send.
     */
    public Path takeIn(InputStream artefact) throws IOException, RefusedException {
        Path copy = Files.createTempFile(incoming, "artefact", ".jar");
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = artefact.read(buffer); n >= 0; n = artefact.read(buffer)) {
                if (channel.position() + n > Inspector.LARGEST_FILE) {
                    throw new RefusedException(Fault.TOO_LARGE, Inspector.LARGEST_FILE >> 20);
                }
                writeAll(channel, ByteBuffer.wrap(buffer, 0, n));
            }
            channel.force(true);
        } catch (IOException | RefusedException e) {
            discard(copy);
            throw e;
        }
        return copy;
    }

    public void discard(Path copy) throws IOException {
        Files.deleteIfExists(copy);
    }

    /** Keeps a verified artefact for starts and roll-backs to come. */
    public Artefact keep(Artefact artefact) throws IOException {
        Path place = place(artefact.fingerprint());
        moveTo(place, artefact.file());
        return new Artefact(
                place, artefact.fingerprint(), artefact.symbolicName(), artefact.version(), artefact.signer());
    }

    /** A kept artefact's file, after comparing it with its fingerprint. */
    public Path kept(Fingerprint fingerprint) throws IOException, RefusedException {
        Path place = place(fingerprint);
        if (!Files.exists(place) || !Fingerprint.of(place).equals(fingerprint)) {
            throw new RefusedException(Fault.KEPT_FILE_CHANGED);
        }
        return place;
    }

    public boolean holds(Fingerprint fingerprint) {
        return Files.exists(place(fingerprint));
    }

    public void keepSettings(String ranWith, Map<String, Map<String, Object>> settings) throws IOException {
        Path draft = Files.createTempFile(incoming, "settings", "");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            writeAll(channel, ByteBuffer.wrap(SettingsText.write(settings).getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        moveTo(settingsFile(ranWith), draft);
    }

    public Optional<Map<String, Map<String, Object>>> settings(String ranWith) throws IOException {
        Path file = settingsFile(ranWith);
        return Files.exists(file) ? Optional.of(SettingsText.read(Files.readString(file))) : Optional.empty();
    }

    public void record(HistoryEntry entry) throws IOException {
        history.append(entry);
    }

    /** Newest first. */
    public List<HistoryEntry> history() {
        List<HistoryEntry> newestFirst = new ArrayList<>(history.entries());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void moveTo(Path place, Path written) throws IOException {
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        HistoryFile.flushFolder(place.toAbsolutePath().getParent());
    }

    private Path place(Fingerprint fingerprint) {
        return folder.resolve("artefacts").resolve(fingerprint.hex() + ".jar");
    }

    private Path settingsFile(String ranWith) {
        return folder.resolve("artefacts").resolve(ranWith + ".settings");
    }
}
