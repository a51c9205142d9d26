/** One scanner: its port kept open, and scans made of what comes in. */
package io.kassa.pos.serial.line;
