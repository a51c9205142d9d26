package io.kassa.pos.web.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;

/**
 * The names under which the till may be called. A web page elsewhere can point a name of its own at this machine (DNS
 * rebinding); what it then sends carries that name, and is refused.
 */
public final class Authorities {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String HTTPS = "https://";

    /** Whether the name is called with https, whatever reaches us: a proxy on this machine may have taken TLS off. */
    private final Map<String, Boolean> configured;

    /**
     * @param configured authorities besides loopback, such as {@code till.example.com:8443}, with commas between them; {@code
     *     https://} before one says that a proxy on this machine takes TLS off
     */
    public Authorities(String configured) {
        this.configured = Arrays.stream(configured.split(","))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        each -> each.startsWith(HTTPS) ? each.substring(HTTPS.length()) : each,
                        each -> each.startsWith(HTTPS),
                        Boolean::logicalOr));
    }

    /** As the framework property {@code kassa.web.hosts} says. */
    public static Authorities of(BundleContext context) {
        return new Authorities(
                Optional.ofNullable(context.getProperty("kassa.web.hosts")).orElse(""));
    }

    /** Whether a request that came to that port may name that host. */
    boolean accept(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return configured.containsKey(name)
                || LOOPBACK.stream().anyMatch(own -> name.equals(own + ":" + port) || port == 80 && name.equals(own));
    }

    /** Whether the browser's side of the connection is encrypted. */
    boolean encrypted(String host, boolean here) {
        return here || configured.getOrDefault(host.toLowerCase(Locale.ROOT), false);
    }

    /** Whether a page of that origin was served by the host that the request names. */
    boolean same(String origin, String host, boolean here) {
        return origin.equalsIgnoreCase((encrypted(host, here) ? HTTPS : "http://") + host);
    }
}
