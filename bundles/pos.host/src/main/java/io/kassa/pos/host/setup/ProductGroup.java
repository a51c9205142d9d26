package io.kassa.pos.host.setup;

/** A group of products, a tab on the register page. */
public record ProductGroup(String id, String name, int position) {}
