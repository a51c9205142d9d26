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
    ADMIN,
    /** Admins, and programs that show the token for it. */
    SCRAPER,
    /** Everybody on this machine. For others it is not there. */
    LOCAL
}
