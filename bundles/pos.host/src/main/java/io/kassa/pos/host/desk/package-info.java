/** What every part of the till works with. */
package io.kassa.pos.host.desk;
