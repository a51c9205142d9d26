package io.kassa.pos.deploy;

import org.osgi.annotation.versioning.ConsumerType;

/** Told of everything that happens to plug-ins, after it is in the history; for audit logs and pages. A service of this type is told. */
@ConsumerType
@FunctionalInterface
public interface DeploymentListener {

    void happened(HistoryEntry entry);
}
