package io.kassa.smartum.core.receipt;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Signs whatever a test wants to see signed. */
final class TestSigner {
    static final TestSigner OURS = new TestSigner("secp521r1");
    static final TestSigner STRANGER = new TestSigner("secp521r1");

    private final KeyPair pair;

    TestSigner(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String kid() {
        return PublicKeys.kid(pair.getPublic());
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    String header() {
        return "{\"alg\":\"ES512\",\"kid\":\"" + kid() + "\"}";
    }

    String sign(String payload) {
        return sign(header(), payload);
    }

    String sign(String header, String payload) {
        return signParts(base64(header), base64(payload));
    }

    String signParts(String header, String payload) {
        String signed = header + "." + payload;
        return signed + "." + Base64Url.encode(signature(signed));
    }

    byte[] signature(String signed) {
        try {
            Signature signature = Signature.getInstance("SHA512withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The same receipt with the other valid signature, {@code (r, n-s)}. */
    static String malleated(String token) {
        return withSignature(token, signature -> {
            BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 66, 132));
            return joined(new BigInteger(1, Arrays.copyOfRange(signature, 0, 66)), P521.ORDER.subtract(s));
        });
    }

    static byte[] joined(BigInteger r, BigInteger s) {
        byte[] raw = new byte[132];
        for (BigInteger value : new BigInteger[] {r, s}) {
            int end = value == r ? 66 : 132;
            byte[] bytes = value.toByteArray();
            int length = Math.min(bytes.length, 66);
            System.arraycopy(bytes, bytes.length - length, raw, end - length, length);
        }
        return raw;
    }

    static String withSignature(String token, java.util.function.UnaryOperator<byte[]> change) {
        int end = token.lastIndexOf('.') + 1;
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(end));
        return token.substring(0, end) + Base64Url.encode(change.apply(signature));
    }

    static String base64(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
