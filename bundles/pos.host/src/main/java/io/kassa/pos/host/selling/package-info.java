/** Selling at a register: lines, payments, completing and cancelling. */
@Export
@Version("1.0.0")
package io.kassa.pos.host.selling;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
