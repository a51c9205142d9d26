package io.kassa.smartum.core.receipt;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The texts a scan may have meant. A hand scanner types; if it believes in a US keyboard while the till has a Finnish or
 * Swedish one, or if Caps Lock is on, another text arrives. Undoing that is safe because only what then verifies is accepted.
 */
enum Spelling {
    AS_TYPED {
        @Override
        String of(String text) {
            return unframed(text);
        }
    },
    OTHER_KEYBOARD {
        @Override
        String of(String text) {
            return unframed(asUsKeyboard(text));
        }
    },
    CAPS_LOCK {
        @Override
        String of(String text) {
            return unframed(swapCase(text));
        }
    },
    OTHER_KEYBOARD_AND_CAPS_LOCK {
        @Override
        String of(String text) {
            return unframed(asUsKeyboard(swapCase(text)));
        }
    };

    private static final String FINNISH = "+?-_Öö´`/&\"¤()=åÅ¨^äÄ§½'*;:";
    private static final String US = "-_/?:;=+&^@$*()[{]}'\"`~\\|<>";

    /** The acute accent is a dead key: the equals sign before a receipt in a link merges with its first letter. */
    private static final Map<Character, String> MERGED = Map.of('é', "=e", 'É', "=E");

    private static final Pattern QR_SYMBOLOGY = Pattern.compile("^]Q[0-6]");

    /** What was meant if the text was garbled in this way. */
    abstract String of(String text);

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
        return text.startsWith("]") ? QR_SYMBOLOGY.matcher(text).replaceFirst("") : text;
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
