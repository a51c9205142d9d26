/** Exact amounts of money. */
@Export
@Version("1.0.0")
package io.kassa.pos.spi.money;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
