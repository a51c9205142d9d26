package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.receipt.PublicKeys.Fault;
import io.kassa.smartum.core.receipt.PublicKeys.Problem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM as people paste it: on one line, with escaped line breaks, several keys behind each other. */
final class Pem {
    private static final int MOST = 16;
    private static final int LONGEST = 65_536;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN([A-Z0-9 ]{1,40})-----([^-]{0,8192})-----END([A-Z0-9 ]{1,40})-----");
    private static final Pattern ESCAPED_BREAK = Pattern.compile("\\\\r|\\\\n");
    private static final Pattern SPACE = Pattern.compile("\\s");

    private Pem() {}

    record Block(int position, String label, String body) {}

    static List<Block> blocks(String text, List<Problem> problems) {
        List<Block> blocks = new ArrayList<>();
        if (text.length() > LONGEST) {
            problems.add(new Problem(1, Fault.TOO_MANY));
            return blocks;
        }
        String unescaped = ESCAPED_BREAK.matcher(text).replaceAll("\n");
        Matcher matcher = BLOCK.matcher(unescaped);
        int end = 0;
        while (matcher.find()) {
            reportLeftover(unescaped.substring(end, matcher.start()), blocks, problems);
            end = matcher.end();
            String label = matcher.group(1).replace(" ", "");
            if (label.equals(matcher.group(3).replace(" ", ""))) {
                blocks.add(new Block(blocks.size() + 1, label, matcher.group(2)));
            } else {
                problems.add(new Problem(blocks.size() + 1, Fault.NOT_PEM));
            }
        }
        reportLeftover(unescaped.substring(end), blocks, problems);
        if (blocks.size() > MOST) {
            problems.add(new Problem(MOST + 1, Fault.TOO_MANY));
        }
        return blocks;
    }

    private static void reportLeftover(String between, List<Block> blocks, List<Problem> problems) {
        if (!between.isBlank()) {
            problems.add(new Problem(blocks.size() + 1, Fault.NOT_PEM));
        }
    }

    static Optional<PublicKey> key(Block block, List<Problem> problems) {
        Optional<Fault> fault = labelFault(block.label());
        if (fault.isEmpty()) {
            byte[] der = der(block.body());
            try {
                PublicKey key = elliptic(der);
                fault = keyFault(key, der);
                if (fault.isEmpty()) {
                    return Optional.of(key);
                }
            } catch (GeneralSecurityException e) {
                fault = Optional.of(isOfOtherKind(der) ? Fault.NOT_ELLIPTIC : Fault.DAMAGED);
            }
        }
        fault.ifPresent(f -> problems.add(new Problem(block.position(), f)));
        return Optional.empty();
    }

    /** Nothing, which is no key, when the text is no base64. */
    private static byte[] der(String body) {
        try {
            return Base64.getDecoder().decode(SPACE.matcher(body).replaceAll(""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Optional<Fault> labelFault(String label) {
        if (label.contains("PRIVATE")) {
            return Optional.of(Fault.PRIVATE_KEY);
        }
        if (label.equals("RSAPUBLICKEY")) {
            return Optional.of(Fault.NOT_ELLIPTIC);
        }
        return label.equals("PUBLICKEY") ? Optional.empty() : Optional.of(Fault.NOT_A_PUBLIC_KEY);
    }

    private static Optional<Fault> keyFault(PublicKey key, byte[] der) {
        if (!(key instanceof ECPublicKey elliptic) || !P521.isCurveOf(elliptic)) {
            return Optional.of(Fault.OTHER_CURVE);
        }
        boolean sound = P521.isOnCurve(elliptic.getW()) && Arrays.equals(der, key.getEncoded());
        return sound ? Optional.empty() : Optional.of(Fault.DAMAGED);
    }

    private static PublicKey elliptic(byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
    }

    private static boolean isOfOtherKind(byte[] der) {
        for (String kind : List.of("RSA", "EdDSA", "XDH", "DSA", "DH")) {
            try {
                KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der));
                return true;
            } catch (GeneralSecurityException e) {
                continue;
            }
        }
        return false;
    }
}
