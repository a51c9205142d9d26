package io.kassa.pos.deploy;

import io.kassa.pos.spi.text.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a plug-in.
 *
 * @param plugIn its symbolic name; the file's name where the file told none
 * @param fingerprint SHA-256 of the artefact in hex; empty for a file that was refused before it was read
 * @param by who dropped or uploaded it, or asked to go back
 * @param why for what did not go well
 */
public record HistoryEntry(
        Instant at, Event event, String plugIn, String version, String fingerprint, String by, Optional<Message> why) {

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
