package io.kassa.itests.walk;

/** Somebody who may use the demo, and the password or PIN for it. */
record Login(String name, String secret) {
    static final Login ADMIN = new Login("admin", "demo-admin-2026");
    /** Who may not vouch for typed amounts. */
    static final Login BEGINNER = new Login("Eero", "5678");

    static final Login CASHIER = new Login("Aino", "1234");
}
