package io.kassa.itests.crash;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * Everything that somebody without the provider's key can make of a receipt's text, hoping that the till takes it for another
 * one. Each either is refused or counts as the same receipt.
 */
enum Spelling {
    AS_IT_IS(true, token -> token),
    OTHER_SIGNATURE_N_MINUS_S(true, Spelling::mirrored),
    ENTER_BEHIND(true, token -> token + "\r\n"),
    WHITE_SPACE_AROUND(true, token -> " \t" + token + "\u00a0 "),
    BYTE_ORDER_MARK(true, token -> "\uFEFF" + token),
    SYMBOLOGY(true, token -> "]Q3" + token),
    LINK(true, token -> "https://app.smartum.fi/receipt?jwt=" + token),
    LINK_OF_ANOTHER_HOST(true, token -> "HTTPS://EXAMPLE.org:8443/a/../b?jwt=" + token),
    LINK_PARAMETERS_BEFORE_AND_BEHIND(true, token -> "https://a.fi/?lang=fi&jwt=" + token + "&sale=2"),
    LINK_OTHER_PARAMETER(true, token -> "https://a.fi/?token=" + token),
    LINK_FRAGMENT(true, token -> "https://a.fi/#jwt=" + token),
    LINK_TWICE(true, token -> "https://a.fi/?jwt=" + token + "&token=" + token),
    LINK_OF_AN_APP(true, token -> "smartum://receipt?token=" + token),
    LINK_MIRRORED(true, token -> "https://a.fi/?jwt=" + mirrored(token)),
    CAPS_LOCK(true, Spelling::swapped),
    OTHER_KEYBOARD(true, token -> token.replace('-', '+').replace('_', '?')),
    MIRRORED_OTHER_KEYBOARD_CAPS_LOCK(
            true, token -> swapped(mirrored(token)).replace('-', '+').replace('_', '?')),
    COMPATIBLE_FORM_OF_UNICODE(true, token -> Normalizer.normalize(token, Normalizer.Form.NFKD)),
    FULL_WIDTH(false, Spelling::fullWidth),
    PADDING(false, token -> token + "="),
    PADDING_TWICE(false, token -> token + "=="),
    PADDING_OF_THE_HEADER(false, token -> token.replaceFirst("\\.", "=.")),
    STRAY_BITS_OF_THE_HEADER(false, token -> stray(token, 0)),
    STRAY_BITS_OF_THE_PAYLOAD(false, token -> stray(token, 1)),
    DOT_BEHIND(false, token -> token + "."),
    WHITE_SPACE_INSIDE(false, token -> token.replaceFirst("\\.", ". ")),
    LINE_BREAK_INSIDE(false, token -> token.substring(0, 40) + "\n" + token.substring(40)),
    SOFT_HYPHEN_INSIDE(false, token -> token.substring(0, 40) + "\u00ad" + token.substring(40)),
    ZERO_WIDTH_SPACE_BEHIND(false, token -> token + "\u200b"),
    NUL_BEHIND_WITH_TEXT(false, token -> token + "\u0000x"),
    PERCENT_ENCODED(false, token -> "https://a.fi/?jwt=" + token.replace(".", "%2E")),
    PERCENT_ENCODED_LETTER(false, token -> "https://a.fi/?jwt=%65" + token.substring(1)),
    LINK_NAME_IN_CAPITALS(false, token -> "https://a.fi/?JWT=" + token),
    LINK_TWO_SPELLINGS(false, token -> "https://a.fi/?jwt=" + token + "&token=" + mirrored(token)),
    LINK_PADDED(false, token -> "https://a.fi/?jwt=" + token + "="),
    SIGNATURE_WITH_R_PLUS_N(false, token -> signed(token, 0, P521.ORDER)),
    SIGNATURE_WITH_S_PLUS_N(false, token -> signed(token, 66, P521.ORDER)),
    SIGNATURE_OF_133_BYTES(false, token -> resigned(token, bytes -> prefixed(bytes, 1))),
    SIGNATURE_OF_64_BYTE_HALVES(false, token -> resigned(token, bytes -> Arrays.copyOfRange(bytes, 2, 132))),
    SIGNATURE_IN_DER(false, token -> resigned(token, Spelling::der)),
    HEADER_WITH_SPACES(false, token -> part(token, 0, json -> json.replace(":", ": "))),
    HEADER_IN_ANOTHER_ORDER(false, token -> part(token, 0, Spelling::reversed)),
    HEADER_WITH_AN_ESCAPE(false, token -> part(token, 0, json -> json.replace("alg", "\\u0061lg"))),
    HEADER_WITH_A_MEMBER_MORE(false, token -> part(token, 0, json -> json.replace("{", "{\"x\":1,"))),
    PAYLOAD_WITH_SPACES(false, token -> part(token, 1, json -> json + " ")),
    PAYLOAD_IN_ANOTHER_ORDER(false, token -> part(token, 1, Spelling::reversed)),
    PAYLOAD_WITH_AN_ESCAPE(false, token -> part(token, 1, json -> json.replace("tx_", "t\\u0078_"))),
    PAYLOAD_TWICE_THE_ID(
            false, token -> part(token, 1, json -> json.replace("{", "{\"jti\":\"tx_0000000000000000\","))),
    PAYLOAD_ANOTHER_ID(false, token -> part(token, 1, json -> json.replace("\"tx_", "\"tx_0"))),
    PAYLOAD_WITH_A_BYTE_ORDER_MARK(false, token -> part(token, 1, json -> "\uFEFF" + json)),
    JSON_SERIALIZATION(false, Spelling::json),
    HALF_OF_IT(false, token -> token.substring(0, token.length() / 2));

    /** Whether the till is to take it for the receipt. What does not count is no receipt at all. */
    final boolean counts;

    private final UnaryOperator<String> change;

    Spelling(boolean counts, UnaryOperator<String> change) {
        this.counts = counts;
        this.change = change;
    }

    String of(String token) {
        return change.apply(token);
    }

    /** The curve of ES512. Source: FIPS 186-4, D.1.2.5. */
    private static final class P521 {
        static final BigInteger ORDER =
                new BigInteger("68647976601306097149819007990813932172694353001433054093944634591855431833976"
                        + "55394245057746333217197532963996371363321113864768612440380340372808892707005449");
    }

    private static String mirrored(String token) {
        return resigned(
                token,
                bytes -> with(bytes, 66, P521.ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(bytes, 66, 132)))));
    }

    private static String signed(String token, int from, BigInteger more) {
        return resigned(
                token,
                bytes -> with(bytes, from, new BigInteger(1, Arrays.copyOfRange(bytes, from, from + 66)).add(more)));
    }

    private static byte[] with(byte[] signature, int from, BigInteger value) {
        byte[] changed = signature.clone();
        byte[] bytes = value.toByteArray();
        int length = Math.min(bytes.length, 66);
        Arrays.fill(changed, from, from + 66, (byte) 0);
        System.arraycopy(bytes, bytes.length - length, changed, from + 66 - length, length);
        return changed;
    }

    private static byte[] prefixed(byte[] bytes, int zeros) {
        byte[] longer = new byte[bytes.length + zeros];
        System.arraycopy(bytes, 0, longer, zeros, bytes.length);
        return longer;
    }

    private static byte[] der(byte[] signature) {
        byte[] r = new BigInteger(1, Arrays.copyOfRange(signature, 0, 66)).toByteArray();
        byte[] s = new BigInteger(1, Arrays.copyOfRange(signature, 66, 132)).toByteArray();
        byte[] der = new byte[r.length + s.length + 7];
        int body = r.length + s.length + 4;
        byte[] head = {0x30, (byte) 0x81, (byte) body, 2, (byte) r.length};
        System.arraycopy(head, 0, der, 0, 5);
        System.arraycopy(r, 0, der, 5, r.length);
        der[5 + r.length] = 2;
        der[6 + r.length] = (byte) s.length;
        System.arraycopy(s, 0, der, 7 + r.length, s.length);
        return der;
    }

    private static String resigned(String token, UnaryOperator<byte[]> change) {
        int end = token.lastIndexOf('.') + 1;
        return token.substring(0, end)
                + encoded(change.apply(Base64.getUrlDecoder().decode(token.substring(end))));
    }

    private static String part(String token, int part, UnaryOperator<String> change) {
        String[] parts = token.split("\\.");
        String json = new String(Base64.getUrlDecoder().decode(parts[part]), StandardCharsets.UTF_8);
        parts[part] = encoded(change.apply(json).getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    /** The unused bits of the last character, where there are any; else a character that says the same with padding. */
    private static String stray(String token, int part) {
        String[] parts = token.split("\\.");
        String text = parts[part];
        char last = text.charAt(text.length() - 1);
        parts[part] = text.length() % 4 == 0 ? text + "A===" : text.substring(0, text.length() - 1) + (char) (last + 1);
        return String.join(".", parts);
    }

    private static String reversed(String json) {
        String[] members = json.substring(1, json.length() - 1).split(",");
        StringBuilder reversed = new StringBuilder();
        for (int i = members.length - 1; i >= 0; i--) {
            reversed.append(members[i]).append(i == 0 ? "" : ",");
        }
        return "{" + reversed + "}";
    }

    private static String json(String token) {
        String[] parts = token.split("\\.");
        return "{\"protected\":\"" + parts[0] + "\",\"payload\":\"" + parts[1] + "\",\"signature\":\"" + parts[2]
                + "\"}";
    }

    private static String fullWidth(String token) {
        StringBuilder wide = new StringBuilder();
        token.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }

    private static String swapped(String token) {
        StringBuilder swapped = new StringBuilder();
        token.chars()
                .forEach(c -> swapped.append(
                        (char) (Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))));
        return swapped.toString();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
