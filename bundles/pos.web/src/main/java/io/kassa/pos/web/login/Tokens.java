package io.kassa.pos.web.login;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Makes 256 random bits as text, which nobody can guess. */
public final class Tokens {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random;

    public Tokens(SecureRandom random) {
        this.random = random;
    }

    public String next() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return text(bits);
    }

    static String text(byte[] bits) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }
}
