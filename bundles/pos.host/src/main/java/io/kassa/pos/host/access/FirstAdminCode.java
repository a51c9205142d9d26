package io.kassa.pos.host.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/** The one-time code that makes the first admin. Kept in memory; a few wrong guesses end it until the next start. */
public final class FirstAdminCode {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;
    private static final int GUESSES = 10;

    private final String code;
    private int left = GUESSES;

    public FirstAdminCode() {
        SecureRandom random = new SecureRandom();
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        this.code = made.toString();
    }

    /** For the console, in groups of four. */
    public String spelled() {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    synchronized boolean matches(String typed) {
        if (left == 0) {
            return false;
        }
        left--;
        byte[] given = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, code.getBytes(StandardCharsets.UTF_8));
    }

    synchronized void forget() {
        left = 0;
    }
}
