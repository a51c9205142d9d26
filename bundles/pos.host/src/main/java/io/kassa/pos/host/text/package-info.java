/** Everything that the till itself says, in every language. */
package io.kassa.pos.host.text;
