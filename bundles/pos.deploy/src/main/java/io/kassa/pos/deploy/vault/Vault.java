package io.kassa.pos.deploy.vault;

import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.deploy.artefact.Artefact;
import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.Fingerprint;
import io.kassa.pos.deploy.artefact.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The private folder: artefacts by their fingerprint, the settings that ran with each, and the history. Everything is written
 * beside its place and moved there, so that a loss of power leaves the old or the new, never a half.
 */
public final class Vault {

    private final Path folder;
    private final HistoryFile history;

    public Vault(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("artefacts"));
        Files.createDirectories(folder.resolve("incoming"));
        this.history = new HistoryFile(folder.resolve("history"));
    }

    /** Copies what came in to where nobody else writes; what is verified and started are these bytes. */
    public Path takeIn(InputStream artefact) throws IOException {
        Path copy = Files.createTempFile(folder.resolve("incoming"), "artefact", ".jar");
        Files.copy(artefact, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    public void discard(Path copy) throws IOException {
        Files.deleteIfExists(copy);
    }

    /** Keeps a verified artefact for starts and roll-backs to come. */
    public Artefact keep(Artefact artefact) throws IOException {
        Path place = place(artefact.fingerprint());
        Files.move(artefact.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

    public void keepSettings(String ranWith, Map<String, Map<String, Object>> settings) throws IOException {
        Path file = settingsFile(ranWith);
        Path draft = Files.createTempFile(folder.resolve("incoming"), "settings", "");
        Files.writeString(draft, SettingsText.write(settings));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

    /** What took over a plug-in, newest first. */
    public List<HistoryEntry> ran(String plugIn) {
        return history().stream()
                .filter(entry -> entry.event() == Event.RUNS && entry.plugIn().equals(plugIn))
                .toList();
    }

    /** Plug-ins that were deployed here, whatever runs now. */
    public List<String> plugIns() {
        return history().stream()
                .filter(entry -> entry.event() == Event.RUNS)
                .map(HistoryEntry::plugIn)
                .distinct()
                .sorted()
                .toList();
    }

    private Path place(Fingerprint fingerprint) {
        return folder.resolve("artefacts").resolve(fingerprint.hex() + ".jar");
    }

    private Path settingsFile(String ranWith) {
        return folder.resolve("artefacts").resolve(ranWith + ".settings");
    }
}
