/** The till's tables in the books. */
package io.kassa.pos.host.store;
