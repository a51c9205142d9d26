/** Telling pages what changed. */
package io.kassa.pos.host.events;
