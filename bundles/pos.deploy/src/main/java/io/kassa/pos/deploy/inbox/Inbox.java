package io.kassa.pos.deploy.inbox;

import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.deploy.Deployments.Outcome;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watched folder. A jar that stays as it is between two looks is deployed and then moved to {@code done} or {@code refused}, the
 * latter with a text file beside it that says why. Half-written files change between two looks and wait; files of other types
 * are left alone.
 */
public final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Path folder;
    private final Deployments deployments;
    private final Map<Path, Look> seen = new HashMap<>();
    private final Map<Path, Look> done = new HashMap<>();

    public Inbox(Path folder, Deployments deployments) throws IOException {
        this.folder = folder;
        this.deployments = deployments;
        Files.createDirectories(folder.resolve("done"));
        Files.createDirectories(folder.resolve("refused"));
    }

    /** One look into the folder; called again and again, by one thread. */
    public void look() {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Inbox::isJar)) {
            files.forEach(jars::add);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.error("the watched folder cannot be read", e);
            return;
        }
        seen.keySet().retainAll(jars);
        done.keySet().retainAll(jars);
        for (Path file : jars) {
            try {
                look(file);
            } catch (IOException | RuntimeException e) {
                LOG.error("{} in the watched folder cannot be deployed", file.getFileName(), e);
            }
        }
    }

    private void look(Path file) throws IOException {
        Look now = Look.at(file);
        if (now.equals(done.get(file))) {
            return; // it was dealt with and cannot be moved away: not again before it changes
        }
        if (now.equals(seen.put(file, now))) {
            seen.remove(file);
            done.put(file, now);
            deploy(file);
        }
    }

    private void deploy(Path file) throws IOException {
        Outcome outcome;
        try (InputStream in = Files.newInputStream(file)) {
            outcome = deployments.deploy(in, file.getFileName().toString(), HistoryEntry.FOLDER);
        }
        Path to = folder.resolve(outcome instanceof Outcome.Runs ? "done" : "refused");
        Path place = free(to, file.getFileName().toString());
        Files.move(file, place);
        if (outcome instanceof Outcome.Refused refused) {
            Files.writeString(place.resolveSibling(place.getFileName() + ".txt"), explained(refused.guidance()));
        }
    }

    /** A file of the same name that came earlier stays, with its reason. */
    private static Path free(Path to, String name) {
        Path place = to.resolve(name);
        for (int i = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); i++) {
            place = to.resolve(name.substring(0, name.length() - ".jar".length()) + " (" + i + ").jar");
        }
        return place;
    }

    private static String explained(Guidance guidance) {
        StringBuilder text = new StringBuilder();
        for (String language : Texts.LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            text.append(guidance.happened().in(locale)).append('\n');
            text.append(guidance.money().in(locale)).append('\n');
            text.append(guidance.next().in(locale)).append("\n\n");
        }
        return text.toString();
    }

    private static boolean isJar(Path file) {
        return Files.isRegularFile(file)
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private record Look(long size, long modified) {
        static Look at(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(attributes.size(), attributes.lastModifiedTime().toMillis());
        }
    }
}
