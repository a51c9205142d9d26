/** How things end at the till, for logs and metrics. */
@Export
@Version("1.0.0")
package io.kassa.pos.host.outcomes;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
