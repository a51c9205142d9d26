package io.kassa.smartum.core.receipt;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The texts a scan may have meant. A hand scanner types; if it believes in a US keyboard while the till has a Finnish or
 * Swedish one, or if Caps Lock is on, another text arrives. Undoing that is safe because only what then verifies is accepted.
 */
final class Spellings {
    private static final String FINNISH = "+?-_Öö´`/&\"¤()=åÅ¨^äÄ§½'*;:";
    private static final String US = "-_/?:;=+&^@$*()[{]}'\"`~\\|<>";

    /** The acute accent is a dead key: the equals sign before a receipt in a link merges with its first letter. */
    private static final Map<Character, String> MERGED = Map.of('é', "=e", 'É', "=E");

    private static final String QR_SYMBOLOGY = "^]Q[0-6]";

    private Spellings() {}

    /** The text as it came first; at most four, all different. */
    static Set<String> of(String text) {
        String upsideDown = swapCase(text);
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(unframed(text));
        spellings.add(unframed(asUsKeyboard(text)));
        spellings.add(unframed(upsideDown));
        spellings.add(unframed(asUsKeyboard(upsideDown)));
        return spellings;
    }

    /** Without what scanners put around a code: Enter, Tab and other control characters, and the mark of its symbology. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isFrame(text.charAt(start))) {
            start++;
        }
        while (start < end && isFrame(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isFrame(char c) {
        return c <= ' ' || c == '\uFEFF' || c == '\u00A0' || Character.isISOControl(c);
    }

    private static String unframed(String text) {
        return text.replaceFirst(QR_SYMBOLOGY, "");
    }

    private static String asUsKeyboard(String text) {
        StringBuilder repaired = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int key = FINNISH.indexOf(c);
            String merged = key < 0 ? MERGED.get(c) : null;
            if (merged == null) {
                repaired.append(key < 0 ? c : US.charAt(key));
            } else {
                repaired.append(merged);
            }
        }
        return repaired.toString();
    }

    private static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            swapped.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return swapped.toString();
    }
}
