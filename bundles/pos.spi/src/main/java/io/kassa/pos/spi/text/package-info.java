/** Texts that people read, in every language that is shipped. */
@Export
@Version("1.0.0")
package io.kassa.pos.spi.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
