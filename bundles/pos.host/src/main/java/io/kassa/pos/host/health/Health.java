package io.kassa.pos.host.health;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Looks at the till itself. Nothing secret is in a finding, and no money moves. */
@ProviderType
public interface Health {

    /** Every check of the till's own. */
    String OWN = "pos";
    /** Checks without which nothing can be sold. */
    String LIVE = "live";
    /** Checks that are done in a moment and open no connection to a provider. */
    String SHALLOW = "shallow";
    /** Checks that ask providers, or read long. */
    String DEEP = "deep";

    /**
     * Runs the checks that carry every one of these tags.
     *
     * @return at least one finding a check, also for those that passed
     */
    List<Note> look(Set<String> tags);

    /**
     * One finding of one check.
     *
     * @param check its name, such as {@code books}
     * @param tags of the check
     * @param money where the money is, for every severity but {@code OK}
     * @param next what to do about it, for every severity but {@code OK}
     */
    record Note(
            String check,
            List<String> tags,
            Finding.Severity severity,
            Message happened,
            Optional<Message> money,
            Optional<Message> next) {

        public Note {
            tags = List.copyOf(tags);
        }
    }
}
