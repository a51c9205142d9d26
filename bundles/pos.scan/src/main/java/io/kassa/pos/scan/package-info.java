/** Reads the text of a QR code from a camera frame or a picture file. */
@Export
@Version("1.0.0")
package io.kassa.pos.scan;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
