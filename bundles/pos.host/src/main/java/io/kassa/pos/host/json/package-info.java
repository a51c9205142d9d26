/** Documents inside columns of the books. */
package io.kassa.pos.host.json;
