package io.kassa.pos.deploy;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Told of everything that happens to plug-ins, after it is in the history; for audit logs and pages. A service of this type is told. */
@ConsumerType
@FunctionalInterface
public interface DeploymentListener {

    /** @param ranBefore what the history last said to run of that plug-in, before this entry; also from before a restart */
    void happened(HistoryEntry entry, Optional<HistoryEntry> ranBefore);
}
