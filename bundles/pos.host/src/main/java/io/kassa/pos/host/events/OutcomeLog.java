package io.kassa.pos.host.events;

import io.kassa.pos.host.outcomes.Occurrence;
import io.kassa.pos.host.outcomes.OutcomeListener;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line an outcome, on a logger of its own. Values come from plug-ins and files: whatever could begin another line or another
 * field is escaped.
 */
public final class OutcomeLog implements OutcomeListener {

    /** The logger's name, by which the lines are found and sent elsewhere. */
    public static final String NAME = "io.kassa.outcome";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final int LONGEST = 120;
    private static final String PLAIN = "._:/@+-";

    @Override
    public void happened(Occurrence occurrence) {
        if (occurrence instanceof Occurrence.Ended ended) {
            LOG.info(line(ended));
        }
    }

    static String line(Occurrence.Ended ended) {
        String about = ended.kind() == Occurrence.Kind.DEPLOYMENT ? "plug-in" : "attempt";
        return String.join(
                " ",
                ended.kind().name().toLowerCase(Locale.ROOT),
                about + "=" + safe(ended.about()),
                "method=" + safe(ended.method()),
                "outcome=" + safe(ended.outcome()),
                "reason=" + safe(ended.reason()),
                "took=" + ended.took().toMillis() + "ms");
    }

    private static String safe(String value) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < value.length() && i < LONGEST; i++) {
            char c = value.charAt(i);
            boolean plain = c < 128 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
            safe.append(plain ? String.valueOf(c) : String.format("%%%04X", (int) c));
        }
        return safe.isEmpty() ? Occurrence.Ended.NONE : safe.toString();
    }
}
