/** Selling at a register. */
package io.kassa.pos.host.till;
