package io.kassa.pos.web.http;

import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.spi.settings.SecretSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a program shows to read the metrics: a bearer token. It is resolved at each use, so that a new one holds at once; one that
 * is short enough to be guessed is as good as none.
 */
public final class ScrapeToken {

    private static final Logger LOG = LoggerFactory.getLogger(ScrapeToken.class);
    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 20;

    private final Optional<String> reference;
    private final SecretSource secrets;

    /** @param reference to the token, such as {@code $[env:KASSA_SECRET_METRICS]}; empty when only admins may read them */
    public ScrapeToken(Optional<String> reference, SecretSource secrets) {
        this.reference = reference;
        this.secrets = secrets;
        if (reference.isPresent() && token().isEmpty()) {
            LOG.warn("The token that kassa.metrics.token refers to is missing or shorter than {} characters", SHORTEST);
        }
    }

    /** @param authorization the header, or null */
    boolean isShown(String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && token().filter(token -> same(token, authorization.substring(BEARER.length())))
                        .isPresent();
    }

    private Optional<String> token() {
        return reference
                .flatMap(secrets::resolve)
                .map(Secret::reveal)
                .map(String::strip)
                .filter(token -> token.length() >= SHORTEST);
    }

    private static boolean same(String token, String shown) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), shown.strip().getBytes(StandardCharsets.UTF_8));
    }
}
