package io.kassa.pos.host.common;

/**
 * Who acts. Made by {@code People} at login; every command says who gave it, and the audit log keeps it.
 *
 * @param mayAttest whether this person may take payments that nobody but they vouch for (typed amounts)
 */
public record Actor(String name, Role role, boolean mayAttest) {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
