package io.kassa.pos.spi.payment;

/** How it is known that money moved, strongest first. */
public enum Evidence {
    /** The provider said so when asked. */
    CONFIRMED,
    /** The provider's signature was checked offline. */
    SIGNED,
    /** A person said so. */
    ATTESTED
}
