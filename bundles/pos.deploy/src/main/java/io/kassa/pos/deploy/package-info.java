/** Replacing payment plug-ins in an open shop: what runs, what was tried, and putting the last good one back. */
@Export
@Version("1.0.0")
package io.kassa.pos.deploy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
