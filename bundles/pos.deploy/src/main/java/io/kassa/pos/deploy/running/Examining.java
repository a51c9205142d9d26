package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.Artefact;
import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.Inspector;
import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.deploy.vault.Vault;
import io.kassa.pos.spi.text.Guidance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** Looks at an artefact without trying it: whose it is, whether it is whole, and whether it is newer than what runs. */
final class Examining {

    private final Inspector inspector;
    private final Vault vault;
    private final Running running;
    private final Words words;

    Examining(Inspector inspector, Vault vault, Running running, Words words) {
        this.inspector = inspector;
        this.vault = vault;
        this.running = running;
        this.words = words;
    }

    /** @return why it would be refused */
    Optional<Guidance> examine(InputStream artefact) {
        try {
            Path copy = vault.takeIn(artefact);
            try {
                isNew(inspector.inspect(copy));
                return Optional.empty();
            } finally {
                vault.discard(copy);
            }
        } catch (RefusedException e) {
            return Optional.of(words.refused(e));
        } catch (IOException e) {
            return Optional.of(words.refused(new RefusedException(Fault.STORE_FAULT)));
        }
    }

    /** @return whether it is another one than what runs */
    boolean isNew(Artefact found) throws RefusedException {
        Optional<Bundle> serving = running.of(found.symbolicName());
        if (serving.isEmpty()) {
            return true;
        }
        if (Switch.fingerprint(serving.get()).equals(Optional.of(found.fingerprint()))) {
            return false;
        }
        newerThan(serving.get().getVersion(), found.version());
        return true;
    }

    private static void newerThan(Version serving, Version found) throws RefusedException {
        int comparison = found.compareTo(serving);
        if (comparison == 0) {
            throw new RefusedException(Fault.SAME_VERSION_OTHER_CONTENT, found);
        }
        if (comparison < 0) {
            throw new RefusedException(Fault.DOWNGRADE, found, serving);
        }
    }
}
