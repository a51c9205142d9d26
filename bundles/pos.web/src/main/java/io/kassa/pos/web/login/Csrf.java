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

    /** Never used itself, for its use changes it: copies are. */
    private final Mac keyed;

    public Csrf(Tokens tokens) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(tokens.next().getBytes(StandardCharsets.US_ASCII), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    public String of(String cookie) {
        try {
            Mac mac = (Mac) keyed.clone();
            return Tokens.text(mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Every JDK can copy its " + ALGORITHM, e);
        }
    }

    public boolean matches(String cookie, String said) {
        return MessageDigest.isEqual(
                of(cookie).getBytes(StandardCharsets.US_ASCII), said.getBytes(StandardCharsets.UTF_8));
    }
}
