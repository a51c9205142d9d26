package io.kassa.smartum.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kassa.pos.spi.tck.LedgerInMemory;
import io.kassa.pos.spi.text.Guidance;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plug-in does with receipts that somebody prepared, beyond reading them. */
class HostileReceiptsTest {
    /** The order of P-521 (FIPS 186-4, D.1.2.5). */
    private static final BigInteger ORDER = new BigInteger(
            "1" + "f".repeat(65) + "a51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409", 16);

    private final Counter counter = new Counter();

    @AfterEach
    void close() {
        counter.close();
    }

    /** Texts that are read as the same receipt. */
    enum Respelled {
        OTHER_SIGNATURE {
            @Override
            String of(String code) {
                return malleated(code);
            }
        },
        LINK {
            @Override
            String of(String code) {
                return "https://elsewhere.example/?jwt=" + code;
            }
        },
        FINNISH_KEYBOARD {
            @Override
            String of(String code) {
                return code.replace('-', '+').replace('_', '?');
            }
        },
        CAPS_LOCK {
            @Override
            String of(String code) {
                StringBuilder swapped = new StringBuilder();
                code.chars()
                        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                        .forEach(swapped::appendCodePoint);
                return swapped.toString();
            }
        },
        OTHER_SIGNATURE_IN_A_LINK {
            @Override
            String of(String code) {
                return LINK.of(malleated(code)) + "\r\n";
            }
        };

        abstract String of(String code);
    }

    @ParameterizedTest
    @EnumSource
    void aUsedReceiptIsUsedInEverySpelling(Respelled spelling) {
        String code = counter.bench.code(1000);
        counter.scans(counter.sale("R1-000041"), code);
        assertThat(spelling.of(code)).isNotEqualTo(code);
        assertThat(counter.scans(counter.sale("R1-000042"), spelling.of(code))
                        .refusal()
                        .map(Guidance::reason))
                .contains("receipt.used");
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptFirstScannedInAnotherSpellingIsUsedAsItWasIssued(Respelled spelling) {
        String code = counter.bench.code(1000);
        Counter.paid(counter.scans(counter.sale("R1-000041"), spelling.of(code)));
        assertThat(counter.scans(counter.sale("R1-000042"), code).refusal().map(Guidance::reason))
                .contains("receipt.used");
    }

    @Test
    void onAJavaThatAcceptsForgeriesThePlugInDoesNotStartAndSaysWhy() {
        Registry registry = new Registry();
        Provider psychic = new Psychic();
        Security.insertProviderAt(psychic, 1);
        try {
            assertThatThrownBy(() -> new SmartumComponent(
                            registry.context(),
                            counter.bench.configured,
                            new LedgerInMemory(Clock.systemUTC()),
                            counter.bench.secretSource()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("CVE-2022-21449")
                    .hasMessageContaining("Install a Java");
            assertThat(registry.events).isEmpty();
        } finally {
            Security.removeProvider(psychic.getName());
        }
    }

    private static String malleated(String code) {
        int end = code.lastIndexOf('.') + 1;
        byte[] signature = Base64.getUrlDecoder().decode(code.substring(end));
        byte[] other = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 66, 132)))
                .toByteArray();
        Arrays.fill(signature, 66, 132, (byte) 0);
        System.arraycopy(other, 0, signature, 132 - other.length, other.length);
        return code.substring(0, end) + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** Stands for a Java platform that has CVE-2022-21449. */
    private static final class Psychic extends Provider {
        private static final long serialVersionUID = 1L;

        Psychic() {
            super("Psychic", "1", "accepts everything");
            put("Signature.SHA512withECDSA", AcceptsEverything.class.getName());
        }
    }

    /** Verifies whatever it is shown. */
    public static final class AcceptsEverything extends SignatureSpi {
        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

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
