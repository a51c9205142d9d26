package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.DeploymentListener;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.HistoryEntry.Event;
import io.kassa.pos.deploy.artefact.Artefact;
import io.kassa.pos.deploy.artefact.Fingerprint;
import io.kassa.pos.deploy.vault.Past;
import io.kassa.pos.deploy.vault.Vault;
import io.kassa.pos.spi.text.Message;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the history, tells the log and whoever listens. */
final class Chronicle {

    private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);

    private final Vault vault;
    private final Past past;
    private final DeploymentListener listener;
    private final Clock clock;

    Chronicle(Vault vault, DeploymentListener listener, Clock clock) {
        this.vault = vault;
        this.past = new Past(vault);
        this.listener = listener;
        this.clock = clock;
    }

    Past past() {
        return past;
    }

    /** @throws IOException when it is not on disk; then nothing may follow from it */
    void record(Subject of, Event event, String by, Optional<Message> why) throws IOException {
        HistoryEntry entry =
                new HistoryEntry(clock.instant(), event, of.plugIn(), of.version(), of.fingerprint(), by, why);
        Optional<HistoryEntry> ranBefore = past.ran(of.plugIn()).stream().findFirst();
        vault.record(entry);
        LOG.info(
                "{} {} {} by {}{}",
                of.plugIn(),
                of.version(),
                event,
                by,
                why.map(text -> ": " + text.code()).orElse(""));
        try {
            listener.happened(entry, ranBefore);
        } catch (RuntimeException e) {
            LOG.error("a deployment could not be told on", e);
        }
    }

    /** For what is refused anyway: the refusal stands, whether it can be written or not. */
    void recordRefusal(Subject of, Event event, String by, Message why) {
        try {
            record(of, event, by, Optional.of(why));
        } catch (IOException e) {
            LOG.error("the history cannot be written", e);
        }
    }

    /** What an entry is about, as far as it is known. */
    record Subject(String plugIn, String version, String fingerprint) {

        private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

        /** @param name what somebody called it: without what would begin another line of the log, or turn the line round */
        static Subject unknown(String name) {
            return new Subject(UNSEEN.matcher(name).replaceAll("?"), "", "");
        }

        static Subject of(Artefact artefact) {
            return new Subject(
                    artefact.symbolicName(),
                    artefact.version().toString(),
                    artefact.fingerprint().hex());
        }

        static Subject of(Bundle bundle) {
            String fingerprint =
                    Switch.fingerprint(bundle).map(Fingerprint::hex).orElse("");
            return new Subject(bundle.getSymbolicName(), bundle.getVersion().toString(), fingerprint);
        }

        static Subject of(HistoryEntry entry) {
            return new Subject(entry.plugIn(), entry.version(), entry.fingerprint());
        }
    }
}
