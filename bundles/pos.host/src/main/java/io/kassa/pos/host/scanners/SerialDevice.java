package io.kassa.pos.host.scanners;

/**
 * A serial port that is there now.
 *
 * @param port what to set a register to: the name that stays the same when the device is plugged in elsewhere, where it has one
 * @param name what the device calls itself
 */
public record SerialDevice(String port, String name) {}
