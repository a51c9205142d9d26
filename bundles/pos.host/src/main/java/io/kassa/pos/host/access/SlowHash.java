package io.kassa.pos.host.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 with HMAC-SHA-512. The number of rounds stands in each hash, so that it can be raised later. */
final class SlowHash {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int BITS = 256;

    private final int rounds;
    private final SecureRandom random = new SecureRandom();

    /** @param rounds 210,000 or more for people's secrets, as OWASP's password storage page asks for this algorithm */
    SlowHash(int rounds) {
        this.rounds = rounds;
    }

    String of(String secret) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return rounds + "$" + Base64.getEncoder().encodeToString(salt) + "$" + derive(secret, salt, rounds);
    }

    /** Takes as long for a hash that nobody has. */
    boolean matches(String secret, String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 3) {
            derive(secret, new byte[16], rounds);
            return false;
        }
        String derived = derive(secret, Base64.getDecoder().decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(derived.getBytes(), parts[2].getBytes());
    }

    private static String derive(String secret, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, rounds, BITS);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        } finally {
            spec.clearPassword();
        }
    }
}
