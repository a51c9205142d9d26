/** Configuration: payment methods, registers, products, and the settings of plug-ins. */
@Export
@Version("1.0.0")
package io.kassa.pos.host.setup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
