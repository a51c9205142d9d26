package io.kassa.itests.crash;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts that must stand nowhere, in the ways in which they could stand there all the same. */
final class Leaks {

    /** Long enough to be no coincidence, short enough to notice a part of a long one. */
    private static final int PART = 24;

    private final Map<String, String> all = new LinkedHashMap<>();

    /** @param name what it is, for the failure's sake: the text itself is not printed */
    void add(String name, String text) {
        for (String piece : text.split("\\.")) {
            for (int from = 0; from == 0 || from + PART <= piece.length(); from += PART) {
                // the head of a receipt is the same in all of them
                if (!piece.startsWith("eyJhbGciOi")) {
                    spell(name, piece.substring(from, Math.min(piece.length(), from + PART)));
                }
            }
        }
    }

    private void spell(String name, String text) {
        put(name, "plain", text);
        put(name, "percent", URLEncoder.encode(text, StandardCharsets.UTF_8));
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            put(name, wide.name(), new String(text.getBytes(wide), StandardCharsets.ISO_8859_1));
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(name, "hex", HexFormat.of().formatHex(bytes));
        put(name, "HEX", HexFormat.of().withUpperCase().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            // wherever it begins in a longer text that was encoded whole; both ends depend on what stands beside it
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            int sure = bytes.length / 3 * 4 - 4;
            put(name, "base64", middle(Base64.getEncoder().encodeToString(shifted), sure));
            put(name, "base64url", middle(Base64.getUrlEncoder().encodeToString(shifted), sure));
        }
    }

    private static String middle(String encoded, int length) {
        return length > 4 ? encoded.substring(4, Math.min(encoded.length(), length)) : "";
    }

    private void put(String name, String how, String spelling) {
        if (spelling.length() >= 8) {
            all.putIfAbsent(spelling, name + " as " + how);
        }
    }

    /** Says which of them stand there. */
    Optional<String> in(String place, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        all.forEach((spelling, what) -> {
            if (text.contains(spelling)) {
                found.add(what);
            }
        });
        return found.isEmpty() ? Optional.empty() : Optional.of(place + ": " + found);
    }
}
