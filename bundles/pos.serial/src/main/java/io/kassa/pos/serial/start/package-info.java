/** The scanners of this machine as a service, and the library that opens their ports. */
package io.kassa.pos.serial.start;
