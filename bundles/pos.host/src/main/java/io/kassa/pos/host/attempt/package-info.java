/** Payments under way: talking with a method, telling stored answers again, booking how it ended. */
package io.kassa.pos.host.attempt;
