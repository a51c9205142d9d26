/** What the till goes through once after a start, so that the first customer waits no longer than the next. */
@Export
@Version("1.0.0")
package io.kassa.pos.host.rehearsal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
