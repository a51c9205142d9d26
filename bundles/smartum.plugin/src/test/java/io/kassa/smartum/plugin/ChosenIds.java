package io.kassa.smartum.plugin;

import io.kassa.smartum.sandbox.Options;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Chance that yields the letters of an id where a test asks for them. */
final class ChosenIds extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final transient Queue<Integer> chosen = new ConcurrentLinkedQueue<>();

    /** What stands behind the prefix of the next id that the sandbox makes. */
    void next(String letters) {
        letters.chars().map(ALPHABET::indexOf).forEach(chosen::add);
    }

    Options in(Options options) {
        return new Options(
                options.port(),
                options.pagesPort(),
                options.folder(),
                options.contract(),
                options.clock(),
                this,
                options.tokenLifetime(),
                options.keyLifetime());
    }

    @Override
    public int nextInt(int bound) {
        Integer next = chosen.poll();
        return next == null ? super.nextInt(bound) : next;
    }
}
