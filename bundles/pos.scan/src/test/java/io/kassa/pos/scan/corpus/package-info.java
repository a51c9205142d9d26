/**
 * Synthetic pictures of receipts as a till's camera gives them. Everything comes from seeds: the same seed draws the same
 * picture on every machine, so that a missed frame can be looked at again.
 */
package io.kassa.pos.scan.corpus;
