package io.kassa.pos.web.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a page must say to change anything: a MAC over its cookie, so that it is known only to a page that could read an answer
 * of ours, changes with the cookie, and need not be stored for browsers that are not logged in.
 */
public final class Csrf {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    /** Never used itself, for its use changes it: copies are, which take less than finding an implementation. */
    private final Mac keyed;

    public Csrf(Tokens tokens) {
        key = new SecretKeySpec(tokens.next().getBytes(StandardCharsets.US_ASCII), ALGORITHM);
        keyed = made();
    }

    public String of(String cookie) {
        return Tokens.text(copy().doFinal(cookie.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            // an implementation in hardware, or behind PKCS #11, has no copies
            return made();
        }
    }

    private Mac made() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    public boolean matches(String cookie, String said) {
        return MessageDigest.isEqual(
                of(cookie).getBytes(StandardCharsets.US_ASCII), said.getBytes(StandardCharsets.UTF_8));
    }
}
