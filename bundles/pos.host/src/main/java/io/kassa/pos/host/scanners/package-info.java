/** Scanners at serial ports, a port for a register: what they scan, and how they are. Whoever opens the ports implements it. */
@Export
@Version("1.0.0")
package io.kassa.pos.host.scanners;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
