/** What every part of the till shares: who acts, how a command ends, what changed. */
@Export
@Version("1.0.0")
package io.kassa.pos.host.common;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
