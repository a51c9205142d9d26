package io.kassa.pos.web.http;

/** Who may call an endpoint. */
public enum Access {
    /** Everybody. */
    PUBLIC,
    /** A browser that is paired with a register, or anybody logged in. */
    PAIRED,
    /** Anybody logged in. */
    CASHIER,
    /** Admins. */
    ADMIN
}
