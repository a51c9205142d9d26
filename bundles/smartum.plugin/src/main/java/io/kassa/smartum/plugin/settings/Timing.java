package io.kassa.smartum.plugin.settings;

import java.time.Duration;

/**
 * How long the plug-in waits for the provider.
 *
 * @param lookUp for the look-up beside a scan, whose receipt is good without it too
 * @param connect for a connection
 * @param exchange for one question and its answer
 */
public record Timing(Duration lookUp, Duration connect, Duration exchange) {
    private static final Duration MARGIN = Duration.ofMillis(500);

    /**
     * No call asks more than four questions: a refund looks, looks again under its intent, sends, and looks into a refusal; an id
     * typed as on another keyboard has up to four spellings.
     */
    public Duration patience() {
        return exchange.multipliedBy(4).plus(MARGIN);
    }
}
