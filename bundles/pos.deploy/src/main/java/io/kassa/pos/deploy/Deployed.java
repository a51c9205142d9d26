package io.kassa.pos.deploy;

import java.time.Instant;
import java.util.Optional;

/**
 * A plug-in that runs.
 *
 * @param since when this version took over; empty for the one that came with the till
 * @param by who deployed it, as in {@link HistoryEntry}
 * @param previous the version that one step back would start
 */
public record Deployed(
        String plugIn,
        String version,
        String fingerprint,
        Optional<Instant> since,
        String by,
        Optional<String> previous) {}
