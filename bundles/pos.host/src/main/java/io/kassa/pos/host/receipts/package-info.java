/** Sale receipts: searching, refunding, and the lists that a person works through. */
@Export
@Version("1.0.0")
package io.kassa.pos.host.receipts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
