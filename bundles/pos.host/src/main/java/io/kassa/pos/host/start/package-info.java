/** Putting the till together in an OSGi framework. */
package io.kassa.pos.host.start;
