/** The books of a till: claims, audit and the host's journal in one database, one transaction. */
@Export
@Version("1.0.0")
package io.kassa.pos.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
