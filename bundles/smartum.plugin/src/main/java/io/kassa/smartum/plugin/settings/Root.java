package io.kassa.smartum.plugin.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The provider's root address in its one spelling: it is part of the name under which used receipts are remembered. */
final class Root {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Root() {}

    static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getScheme() == null || uri.getHost() == null || !isPlain(uri)) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String host = host(uri, scheme);
            String path = uri.normalize().getRawPath().replaceFirst("/+$", "");
            return scheme.equals("https") || scheme.equals("http")
                    ? Optional.of(new URI(scheme + "://" + host + port(uri, scheme) + path))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(URI uri) {
        return uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && !uri.getRawPath().contains("%");
    }

    /** This machine has one name, unless a certificate has to bear it; and a dot at the end of a name means nothing. */
    private static String host(URI uri, String scheme) {
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return scheme.equals("http") && LOOPBACK.contains(host) ? "127.0.0.1" : host;
    }

    /** Whether nobody else can listen: encrypted, or never leaving this machine. */
    static boolean isPrivate(URI root) {
        return root.getScheme().equals("https") || LOOPBACK.contains(root.getHost());
    }

    private static String port(URI uri, String scheme) {
        int usual = scheme.equals("https") ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    }
}
