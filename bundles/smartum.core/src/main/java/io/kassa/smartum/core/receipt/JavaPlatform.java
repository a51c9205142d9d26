package io.kassa.smartum.core.receipt;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/**
 * Whether this Java platform can be trusted with ECDSA at all. Java 15 to 18 before April 2022 accepted an all-zero signature
 * for every text and key (CVE-2022-21449): on such a platform anybody could make receipts.
 */
public final class JavaPlatform {
    /** DER: a sequence of two integers, both zero. */
    private static final byte[] ALL_ZERO = {0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00};

    private JavaPlatform() {}

    /** Whether an all-zero signature passes; then nothing that this platform verified can be believed. */
    public static boolean acceptsForgeries() {
        try {
            return acceptsForgeries(Signature.getInstance("SHA512withECDSA"), anyKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks ECDSA with P-521", e);
        }
    }

    static boolean acceptsForgeries(Signature signature, PublicKey key) throws GeneralSecurityException {
        signature.initVerify(key);
        signature.update(new byte[] {1});
        try {
            return signature.verify(ALL_ZERO);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey anyKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp521r1"));
        return generator.generateKeyPair().getPublic();
    }
}
