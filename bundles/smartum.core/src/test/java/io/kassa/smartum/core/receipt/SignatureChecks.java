package io.kassa.smartum.core.receipt;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;

/** Counts the signatures that this thread had checked, by standing before the platform's own provider and asking it. */
final class SignatureChecks extends Provider {
    private static final long serialVersionUID = 1L;
    private static final String ALGORITHM = "SHA512withECDSA";
    private static final ThreadLocal<int[]> DONE = ThreadLocal.withInitial(() -> new int[1]);

    private SignatureChecks() {
        super("SignatureChecks", "1", "counts");
        put("Signature." + ALGORITHM, Counted.class.getName());
    }

    /** From now on; doing it twice is doing it once. */
    static void count() {
        Security.insertProviderAt(new SignatureChecks(), 1);
    }

    static int done() {
        return DONE.get()[0];
    }

    /** The platform's own, with a counter. */
    public static final class Counted extends SignatureSpi {
        private final Signature real;

        public Counted() throws GeneralSecurityException {
            real = Signature.getInstance(ALGORITHM, "SunEC");
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            real.initVerify(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            real.initSign(key);
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            real.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
            real.update(ByteBuffer.wrap(bytes, offset, length));
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return real.sign();
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            DONE.get()[0]++;
            return real.verify(signature);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
