/**
 * Is it well behaved? A plug-in's author extends {@link io.kassa.pos.spi.tck.PaymentMethodContract}, a ledger's author
 * {@link io.kassa.pos.spi.tck.PaymentLedgerContract}, and inherits a test for every rule of the contract that can be tested.
 */
@Export
@Version("1.0.0")
package io.kassa.pos.spi.tck;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
