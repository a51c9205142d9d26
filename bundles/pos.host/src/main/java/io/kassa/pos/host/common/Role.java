package io.kassa.pos.host.common;

/** What a person may do. An admin may do all that a cashier may. */
public enum Role {
    CASHIER,
    ADMIN
}
