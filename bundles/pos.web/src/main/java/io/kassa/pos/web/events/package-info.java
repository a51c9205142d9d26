/** Live state: one server-sent stream a browser. */
package io.kassa.pos.web.events;
