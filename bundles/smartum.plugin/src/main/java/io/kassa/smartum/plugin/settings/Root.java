package io.kassa.smartum.plugin.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The provider's root address.
 *
 * @param address where to connect: as it was typed, but for slashes at its end and the dot at the end of a name, which no
 *     certificate bears
 * @param name the one spelling of all addresses that mean the same; part of what used receipts are remembered by, and never
 *     connected to
 */
public record Root(URI address, String name) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static Optional<Root> parse(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getScheme() == null || uri.getHost() == null || !isPlain(uri)) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            return scheme.equals("https") || scheme.equals("http")
                    ? Optional.of(new Root(address(uri, scheme), name(uri, scheme)))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a root that was written down earlier, in whatever spelling, is this one. */
    public boolean isAlso(String written) {
        return parse(written).map(other -> other.name.equals(name)).orElse(false);
    }

    /** Whether nobody else can listen: encrypted, or never leaving this machine. */
    boolean isPrivate() {
        return address.getScheme().equals("https")
                || LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean isPlain(URI uri) {
        return uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && !uri.getRawPath().contains("%");
    }

    private static URI address(URI uri, String scheme) throws URISyntaxException {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new URI(scheme + "://" + host(uri) + port + unended(uri.getRawPath()));
    }

    private static String name(URI uri, String scheme) {
        String host = host(uri).toLowerCase(Locale.ROOT);
        // this machine has one name, unless a certificate has to bear it
        String known = scheme.equals("http") && LOOPBACK.contains(host) ? "127.0.0.1" : host;
        int usual = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return scheme + "://" + known + port + unended(uri.normalize().getRawPath());
    }

    private static String host(URI uri) {
        return uri.getHost().replaceFirst("\\.$", "");
    }

    private static String unended(String path) {
        return path.replaceFirst("/+$", "");
    }
}
