package io.kassa.smartum.sandbox.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A key pair of an elliptic curve, with the spellings that the outside needs. */
public record Keys(PublicKey open, PrivateKey secret) {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** P-521, for ES512. */
    public static Keys p521(SecureRandom random) {
        return generate("secp521r1", random);
    }

    /** P-256, for ES256. */
    public static Keys p256(SecureRandom random) {
        return generate("secp256r1", random);
    }

    /** Reads what {@link #publicPem()} and {@link #secretPem()} wrote. */
    public static Keys of(String publicPem, String secretPem) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            return new Keys(
                    factory.generatePublic(new X509EncodedKeySpec(unwrap(publicPem))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(unwrap(secretPem))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a pair of PEM keys of an elliptic curve", e);
        }
    }

    public String publicPem() {
        return wrap("PUBLIC KEY", open.getEncoded());
    }

    public String secretPem() {
        return wrap("PRIVATE KEY", secret.getEncoded());
    }

    /** base64url of SHA-256 over the encoded public key, as the one public pair of key and {@code kid} has it. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Keys[" + id() + "]";
    }

    private static Keys generate(String curve, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), random);
            KeyPair pair = generator.generateKeyPair();
            return new Keys(pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String wrap(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + LINES.encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    private static byte[] unwrap(String pem) {
        String body = pem.replaceAll("-----[A-Z ]+-----", "");
        return Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
    }
}
