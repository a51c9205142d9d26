package io.kassa.pos.host.common;

import java.util.List;

/**
 * What this till tells everybody. Registered as a service.
 *
 * @param name of the shop, as it stands at the head of a receipt
 * @param demo whether no real money is here
 * @param logins how to log in to the demo; empty in a shop
 */
public record ShopInfo(String name, boolean demo, List<Login> logins) {

    /** @param secret the password of an admin, the PIN of a cashier */
    public record Login(String name, Role role, String secret) {}

    public ShopInfo {
        logins = List.copyOf(logins);
        if (!demo && !logins.isEmpty()) {
            throw new IllegalArgumentException("A shop tells nobody how to log in");
        }
    }
}
