/** The checks of the till's health. */
package io.kassa.pos.host.checkup;
