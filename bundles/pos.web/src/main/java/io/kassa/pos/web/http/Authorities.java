package io.kassa.pos.web.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names under which the till may be called. A web page elsewhere can point a name of its own at this machine (DNS
 * rebinding); what it then sends carries that name, and is refused.
 */
public final class Authorities {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> configured;

    /** @param configured authorities besides loopback, such as {@code till.example.com:8443}, with commas between them */
    public Authorities(String configured) {
        this.configured = Arrays.stream(configured.split(","))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a request that came to that port may name that host. */
    boolean accept(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return configured.contains(name)
                || LOOPBACK.stream().anyMatch(own -> name.equals(own + ":" + port) || port == 80 && name.equals(own));
    }

    /** Whether a page of that origin was served by the host that the request names. */
    static boolean same(String origin, String scheme, String host) {
        return origin.equalsIgnoreCase(scheme + "://" + host);
    }
}
