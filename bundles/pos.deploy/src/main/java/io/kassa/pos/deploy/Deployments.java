package io.kassa.pos.deploy;

import io.kassa.pos.spi.text.Guidance;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Replaces payment plug-ins while the shop is open. The new version is verified, started beside the old one and asked how it is;
 * then the old one goes, or the new one does. Both serve meanwhile, the higher version first: what was begun on a version that does
 * not stay is replayed on the one that does. One deployment at a time; others wait for their turn.
 */
@ProviderType
public interface Deployments {

    /** What runs, by symbolic name. */
    List<Deployed> running();

    /** What happened, newest first. */
    List<HistoryEntry> history();

    /**
     * Deploys an artefact. Returns when it runs or has been refused.
     *
     * @param fileName as the person knows it
     * @param by who asks, for the history
     */
    Outcome deploy(InputStream artefact, String fileName, String by);

    /**
     * Looks at an artefact and changes nothing: whether one trusted signer signed all of it, and whether it is newer than what
     * runs. What only a trial shows, such as a missing import or a failing self-test, {@link #deploy} finds out.
     *
     * @return why it would be refused; empty where nothing speaks against it so far
     */
    Optional<Guidance> examine(InputStream artefact);

    /** Goes back to the artefact and the settings that ran before. */
    Outcome rollBack(String plugIn, String by);

    sealed interface Outcome {

        record Runs(String plugIn, String version) implements Outcome {}

        /** Nothing has changed for the cashiers; the guidance says why, and what to do. */
        record Refused(Guidance guidance) implements Outcome {}
    }
}
