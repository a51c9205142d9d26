/** The memory of what was used, kept by the host: rules L1 to L10. */
@Export
@Version("1.0.0")
package io.kassa.pos.spi.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
