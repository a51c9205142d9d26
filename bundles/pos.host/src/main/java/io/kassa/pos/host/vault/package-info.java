/** Sealing what must not be read: answers and secrets. */
package io.kassa.pos.host.vault;
