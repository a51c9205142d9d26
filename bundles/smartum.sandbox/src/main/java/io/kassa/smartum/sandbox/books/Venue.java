package io.kassa.smartum.sandbox.books;

import java.util.List;

/**
 * A place that takes payments.
 *
 * @param benefits what may be paid there, e.g. {@code exercise}
 * @param ours whether the sandbox's API client acts for it; it cannot refund for others
 */
public record Venue(String id, String name, String city, List<String> benefits, boolean ours) {}
