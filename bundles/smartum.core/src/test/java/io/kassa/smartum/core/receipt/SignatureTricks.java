package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.TestSigner.OURS;
import static io.kassa.smartum.core.receipt.TestSigner.STRANGER;
import static io.kassa.smartum.core.receipt.TestSigner.joined;
import static io.kassa.smartum.core.receipt.Trick.cheap;
import static io.kassa.smartum.core.receipt.Trick.refused;
import static io.kassa.smartum.core.receipt.Trick.survives;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** How the two parts before it can be signed, or not. */
final class SignatureTricks {
    private SignatureTricks() {}

    static List<Trick> all(Random random) {
        return List.of(
                survives("the other valid signature", parts -> TestSigner.malleated(signed(parts))),
                refused("a stranger's", parts -> parts + "." + Base64Url.encode(STRANGER.signature(parts))),
                refused("of another text", parts -> parts + "." + Base64Url.encode(OURS.signature(parts + "A"))),
                refused("one bit changed", changed(signature -> flipped(signature, random))),
                refused("halves changed round", changed(s -> joined(second(s), first(s)))),
                refused("r and s are 1", changed(s -> joined(BigInteger.ONE, BigInteger.ONE))),
                cheap("none", parts -> parts + "."),
                cheap("all zero", changed(s -> new byte[132])),
                cheap("r is 0", changed(s -> joined(BigInteger.ZERO, second(s)))),
                cheap("s is 0", changed(s -> joined(first(s), BigInteger.ZERO))),
                cheap("r is n", changed(s -> joined(P521.ORDER, second(s)))),
                cheap("s is n", changed(s -> joined(first(s), P521.ORDER))),
                cheap("s + n", changed(s -> joined(first(s), second(s).add(P521.ORDER)))),
                cheap("all ones", changed(SignatureTricks::ones)),
                cheap("131 bytes", changed(s -> Arrays.copyOf(s, 131))),
                cheap("133 bytes", changed(s -> Arrays.copyOf(s, 133))),
                cheap("twice", changed(SignatureTricks::twice)),
                cheap("padded", parts -> signed(parts) + "="),
                cheap("a second spelling, signed", SignatureTricks::stray),
                cheap("a fourth part", parts -> signed(parts) + ".AAAA"));
    }

    static String signed(String parts) {
        return parts + "." + Base64Url.encode(OURS.signature(parts));
    }

    private static UnaryOperator<String> changed(UnaryOperator<byte[]> change) {
        return parts -> parts + "." + Base64Url.encode(change.apply(OURS.signature(parts)));
    }

    private static BigInteger first(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, 0, 66));
    }

    private static BigInteger second(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, 66, 132));
    }

    /** Beside the topmost bits, which may not be set. */
    private static byte[] flipped(byte[] signature, Random random) {
        int place = 2 + random.nextInt(64) + 66 * random.nextInt(2);
        signature[place] ^= (byte) (1 << random.nextInt(8));
        return signature;
    }

    private static byte[] ones(byte[] signature) {
        Arrays.fill(signature, (byte) 0xff);
        return signature;
    }

    private static byte[] twice(byte[] signature) {
        byte[] both = Arrays.copyOf(signature, 264);
        System.arraycopy(signature, 0, both, 132, 132);
        return both;
    }

    /** A last character that says more bits than there are bytes, signed as it stands. */
    private static String stray(String parts) {
        int end = parts.indexOf('.');
        String header = parts.substring(0, end);
        if (header.length() % 4 == 0) {
            return signed(header + "=" + parts.substring(end));
        }
        String spelled = header.substring(0, end - 1) + (char) (header.charAt(end - 1) + 1);
        return signed(spelled + parts.substring(end));
    }
}
