/** Paying and refunding: requests, turns, outcomes, and the rules P1 to P9 and R1 to R6. */
@Export
@Version("1.0.0")
package io.kassa.pos.spi.payment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
