/** Who may use the till, and as what. */
@Export
@Version("1.0.0")
package io.kassa.pos.host.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
