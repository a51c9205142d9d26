/** Settings of a plug-in: checking them before they are stored, testing them, and keeping secrets out of them. */
@Export
@Version("1.0.0")
package io.kassa.pos.spi.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
