package io.kassa.smartum.sandbox.books;

import java.util.random.RandomGenerator;

/** Makes identifiers of sixteen letters and digits behind a prefix, and longer secrets. */
public final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public String id(String prefix) {
        return prefix + letters(16);
    }

    public String secret() {
        return letters(40);
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
