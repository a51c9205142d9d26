package io.kassa.pos.deploy;

import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a plug-in.
 *
 * @param plugIn its symbolic name; the file's name where the file told none
 * @param fingerprint SHA-256 of the artefact in hex; empty for a file that was refused before it was read
 * @param by the name of who uploaded it or asked to go back; {@link #FOLDER}, {@link #SHELL} or {@link #TILL} when it was nobody
 * @param why for what did not go well
 */
public record HistoryEntry(
        Instant at, Event event, String plugIn, String version, String fingerprint, String by, Optional<Message> why) {

    /** Came through the watched folder. No name of a person: pages say it in their language. */
    public static final String FOLDER = "(folder)";

    /** Was typed at a shell, which knows no names. */
    public static final String SHELL = "(shell)";

    /** Came with the till, or was done by it when it started. */
    public static final String TILL = "(till)";

    public enum Event {
        /** The new version is being started beside the old one. */
        SWITCHING,
        /** It runs from now on. */
        RUNS,
        /** It was refused before anything was started. */
        REFUSED,
        /** It was started, did not pass, and the version before runs on. */
        PUT_BACK
    }
}
