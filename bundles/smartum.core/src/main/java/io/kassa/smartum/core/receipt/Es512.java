package io.kassa.smartum.core.receipt;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jws.EcdsaUsingShaAlgorithm;
import org.jose4j.lang.JoseException;

/** ES512 (P-521 with SHA-512) and nothing else. */
final class Es512 {
    static final String NAME = "ES512";
    static final int SIGNATURE_BYTES = 132;

    private static final EcdsaUsingShaAlgorithm ALGORITHM = new EcdsaUsingShaAlgorithm.EcdsaP521UsingSha512();

    private Es512() {}

    static boolean verifies(String signed, byte[] signature, PublicKey key) {
        if (signature.length != SIGNATURE_BYTES || !inRange(signature)) {
            return false;
        }
        try {
            return ALGORITHM.verifySignature(
                    signature, key, signed.getBytes(StandardCharsets.US_ASCII), new ProviderContext());
        } catch (JoseException e) {
            return false;
        }
    }

    private static boolean inRange(byte[] signature) {
        int half = SIGNATURE_BYTES / 2;
        return inRange(new BigInteger(1, Arrays.copyOfRange(signature, 0, half)))
                && inRange(new BigInteger(1, Arrays.copyOfRange(signature, half, SIGNATURE_BYTES)));
    }

    private static boolean inRange(BigInteger value) {
        return value.signum() > 0 && value.compareTo(P521.ORDER) < 0;
    }
}
