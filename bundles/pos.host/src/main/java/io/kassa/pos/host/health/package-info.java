/** How the till is, in findings that a person can act on. */
@Export
@Version("1.0.0")
package io.kassa.pos.host.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
