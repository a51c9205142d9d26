/** What a payment method may pay for. */
@Export
@Version("1.0.0")
package io.kassa.pos.spi.product;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
