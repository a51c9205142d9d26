package io.kassa.smartum.core.receipt;

import java.text.Normalizer;
import java.util.Map;

/**
 * A hand scanner that believes in a US keyboard, at a till that has another one: for each character it presses the US key, with or
 * without Shift, and the till's system writes what its own layout has there. Written from the layouts' pictures, key by key,
 * for the characters that receipts and links consist of; main code has tables of its own.
 */
enum TypingScanner {
    BRITISH(Map.of('~', "¬", '#', "£", '@', "\"")),
    FINNISH(Map.of('-', "+", '_', "?", '/', "-", '?', "_", ':', "Ö", '=', "´", '&', "/", ']', "¨")),
    SWEDISH(FINNISH.keys),
    GERMAN(Map.ofEntries(
            Map.entry('y', "z"),
            Map.entry('z', "y"),
            Map.entry('Y', "Z"),
            Map.entry('Z', "Y"),
            Map.entry('-', "ß"),
            Map.entry('_', "?"),
            Map.entry('/', "-"),
            Map.entry('?', "_"),
            Map.entry(':', "Ö"),
            Map.entry('=', "´"),
            Map.entry('&', "/"),
            Map.entry(']', "+"))),
    FRENCH(Map.ofEntries(
            Map.entry('a', "q"),
            Map.entry('q', "a"),
            Map.entry('z', "w"),
            Map.entry('w', "z"),
            Map.entry('A', "Q"),
            Map.entry('Q', "A"),
            Map.entry('Z', "W"),
            Map.entry('W', "Z"),
            Map.entry('m', ","),
            Map.entry('M', "?"),
            Map.entry('1', "&"),
            Map.entry('2', "é"),
            Map.entry('3', "\""),
            Map.entry('4', "'"),
            Map.entry('5', "("),
            Map.entry('6', "-"),
            Map.entry('7', "è"),
            Map.entry('8', "_"),
            Map.entry('9', "ç"),
            Map.entry('0', "à"),
            Map.entry('-', ")"),
            Map.entry('_', "°"),
            Map.entry('.', ":"),
            Map.entry('/', "!"),
            Map.entry('?', "§"),
            Map.entry(':', "M"),
            Map.entry('&', "7"),
            Map.entry(']', "$")));

    /** What the shift lock of Windows makes of the keys that are no letters, where it is more than Caps Lock. */
    private static final Map<TypingScanner, Map<Character, String>> LOCKED = Map.of(
            GERMAN,
                    Map.ofEntries(
                            Map.entry('1', "!"),
                            Map.entry('2', "\""),
                            Map.entry('3', "§"),
                            Map.entry('4', "$"),
                            Map.entry('5', "%"),
                            Map.entry('6', "&"),
                            Map.entry('7', "/"),
                            Map.entry('8', "("),
                            Map.entry('9', ")"),
                            Map.entry('0', "="),
                            Map.entry('-', "?"),
                            Map.entry('_', "ß"),
                            Map.entry(']', "*"),
                            Map.entry('.', ":")),
            FRENCH,
                    Map.ofEntries(
                            Map.entry('1', "1"),
                            Map.entry('2', "2"),
                            Map.entry('3', "3"),
                            Map.entry('4', "4"),
                            Map.entry('5', "5"),
                            Map.entry('6', "6"),
                            Map.entry('7', "7"),
                            Map.entry('8', "8"),
                            Map.entry('9', "9"),
                            Map.entry('0', "0"),
                            Map.entry('m', "?"),
                            Map.entry('M', ","),
                            Map.entry('-', "°"),
                            Map.entry('_', ")"),
                            Map.entry(']', "£"),
                            Map.entry('.', "/")));

    private final Map<Character, String> keys;

    TypingScanner(Map<Character, String> keys) {
        this.keys = keys;
    }

    String types(String scanned) {
        StringBuilder text = new StringBuilder();
        for (char c : scanned.toCharArray()) {
            text.append(keys.getOrDefault(c, String.valueOf(c)));
        }
        return merged(text.toString());
    }

    /** Caps Lock as most systems have it: it changes letters only, accented ones too. */
    String typesWithCapsLock(String scanned) {
        return capsLock(types(scanned));
    }

    boolean hasShiftLock() {
        return LOCKED.containsKey(this);
    }

    String typesWithShiftLock(String scanned) {
        StringBuilder text = new StringBuilder();
        for (char c : scanned.toCharArray()) {
            String locked = LOCKED.get(this).get(c);
            text.append(locked == null ? capsLock(keys.getOrDefault(c, String.valueOf(c))) : locked);
        }
        return text.toString();
    }

    static String capsLock(String text) {
        StringBuilder locked = new StringBuilder();
        for (char c : text.toCharArray()) {
            locked.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return locked.toString();
    }

    /** The acute accent is a dead key: it waits for a letter that it can stand on. */
    private static String merged(String text) {
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '´' && i + 1 < text.length()) {
                String both = Normalizer.normalize(text.charAt(i + 1) + "\u0301", Normalizer.Form.NFC);
                if (both.length() == 1) {
                    seen.append(both);
                    i++;
                    continue;
                }
            }
            seen.append(text.charAt(i));
        }
        return seen.toString();
    }
}
