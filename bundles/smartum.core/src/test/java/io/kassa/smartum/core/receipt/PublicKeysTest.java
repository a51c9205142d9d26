package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.TestSigner.OURS;
import static io.kassa.smartum.core.receipt.TestSigner.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.smartum.core.receipt.PublicKeys.Fault;
import io.kassa.smartum.core.receipt.PublicKeys.Problem;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureSpi;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeysTest {
    /** The provider's public staging key and the kid that its receipts name. */
    private static final String STAGING = """
            -----BEGIN PUBLIC KEY-----
            MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQAe8rGH96EqvqcIg+DQ/9q8bM+fH1k
            /31Pw1kCESxdOQ0jy+zIpgZ3SN3U9I7aBKugZe1cejygJBpFNvORPzaIzBEAaJ36
            7fnNZG2chabdJEsUW5qcrffCQNlfcYXvMeZPbps3P3ofwY+Qd2+kpbIUi+Y48n+x
            e9pEVS5dkH+2lk1DUQc=
            -----END PUBLIC KEY-----
            """;

    @Test
    void theKidOfTheKnownPairIsDerived() {
        assertThat(PublicKeys.parse(STAGING).keys().kids())
                .containsExactly("UBJZYFXrOKHq_3VZWIs_XQHDY8ZOS2UrocBvyXm8ejI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "", " ", "\r\n", "\\n", "\\r\\n", "\t "})
    void aKeyIsReadWhateverBecameOfItsLineBreaks(String lineBreak) {
        PublicKeys.Parsed parsed = PublicKeys.parse(STAGING.replace("\n", lineBreak));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.keys().kids()).containsExactly("UBJZYFXrOKHq_3VZWIs_XQHDY8ZOS2UrocBvyXm8ejI");
    }

    @Test
    void severalKeysStandSideBySide() {
        String all = (STAGING + OURS.pem()).replace("\n", "") + STRANGER.pem() + OURS.pem();
        PublicKeys.Parsed parsed = PublicKeys.parse(all);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.keys().kids()).hasSize(3).contains(OURS.kid(), STRANGER.kid());
    }

    @Test
    void everyProblemIsNamedAtOnce() throws NoSuchAlgorithmException {
        PublicKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        String text = OURS.pem()
                + pem("PRIVATE KEY", new byte[] {1})
                + new TestSigner("secp256r1").pem()
                + pem("PUBLIC KEY", rsa.getEncoded())
                + STAGING.replace("MIGb", "MIGa")
                + pem("CERTIFICATE", new byte[] {1});
        assertThat(PublicKeys.parse(text).problems())
                .containsExactly(
                        new Problem(2, Fault.PRIVATE_KEY),
                        new Problem(3, Fault.OTHER_CURVE),
                        new Problem(4, Fault.NOT_ELLIPTIC),
                        new Problem(5, Fault.DAMAGED),
                        new Problem(6, Fault.NOT_A_PUBLIC_KEY));
    }

    @Test
    void textAroundKeysIsNotIgnored() {
        assertThat(PublicKeys.parse("").problems()).containsExactly(new Problem(1, Fault.EMPTY));
        assertThat(PublicKeys.parse("hello").problems()).containsExactly(new Problem(1, Fault.NOT_PEM));
        assertThat(PublicKeys.parse(STAGING.substring(0, 150)).problems())
                .containsExactly(new Problem(1, Fault.NOT_PEM));
        assertThat(PublicKeys.parse(STAGING + "x").problems()).containsExactly(new Problem(2, Fault.NOT_PEM));
    }

    @Test
    void aPointBesideTheCurveIsNoKey() {
        byte[] der = Base64.getMimeDecoder().decode(STAGING.replaceAll("-----.*-----", ""));
        der[der.length - 1] ^= 1;
        assertThat(PublicKeys.parse(pem("PUBLIC KEY", der)).problems()).containsExactly(new Problem(1, Fault.DAMAGED));
    }

    @Test
    void thisPlatformRefusesTheAllZeroSignature() {
        assertThat(JavaPlatform.acceptsForgeries()).isFalse();
    }

    @Test
    void aPlatformThatAcceptsTheAllZeroSignatureIsFoundOut() throws Exception {
        PublicKey key = PublicKeys.parse(STAGING)
                .keys()
                .find("UBJZYFXrOKHq_3VZWIs_XQHDY8ZOS2UrocBvyXm8ejI")
                .orElseThrow();
        Signature psychic = Signature.getInstance("Psychic", new PsychicProvider());
        assertThat(JavaPlatform.acceptsForgeries(psychic, key)).isTrue();
    }

    @Test
    void theKnownAnswerComesOutRight() {
        assertThat(KnownAnswer.load().isRight()).isTrue();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    /** Stands for a Java platform that has CVE-2022-21449. */
    private static final class PsychicProvider extends Provider {
        private static final long serialVersionUID = 1L;

        PsychicProvider() {
            super("Psychic", "1", "accepts everything");
            put("Signature.Psychic", AcceptsEverything.class.getName());
        }
    }

    /** Verifies whatever it is shown. */
    public static final class AcceptsEverything extends SignatureSpi {
        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(java.security.PrivateKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {}

        @Override
        protected byte[] engineSign() {
            return new byte[0];
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return true;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            return name;
        }
    }
}
