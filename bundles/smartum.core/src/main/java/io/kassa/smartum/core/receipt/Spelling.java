package io.kassa.smartum.core.receipt;

/**
 * The texts a scan may have meant. A hand scanner types; if it believes in a US keyboard while the till has another one, or if
 * Caps Lock is on, another text arrives. Undoing that is safe because only what then verifies is accepted; and since a receipt
 * starts with the same letters and has two dots, no more than one of them looks like a receipt. A transaction id is not signed:
 * of one text there may be two, which differ in y and z.
 */
enum Spelling {
    AS_TYPED(Keyboard.US, CapsLock.OFF),
    FINNISH(Keyboard.FINNISH, CapsLock.OFF),
    CAPS_LOCK(Keyboard.US, CapsLock.LETTERS),
    FINNISH_CAPS_LOCK(Keyboard.FINNISH, CapsLock.LETTERS),
    GERMAN(Keyboard.GERMAN, CapsLock.OFF),
    GERMAN_CAPS_LOCK(Keyboard.GERMAN, CapsLock.LETTERS),
    GERMAN_SHIFT_LOCK(Keyboard.GERMAN, CapsLock.ALL),
    FRENCH(Keyboard.FRENCH, CapsLock.OFF),
    FRENCH_CAPS_LOCK(Keyboard.FRENCH, CapsLock.LETTERS),
    FRENCH_SHIFT_LOCK(Keyboard.FRENCH, CapsLock.ALL);

    /** What Caps Lock changes; on some systems a German or French one changes digits and signs too. */
    private enum CapsLock {
        OFF,
        LETTERS,
        ALL
    }

    private final Keyboard keyboard;
    private final CapsLock capsLock;

    Spelling(Keyboard keyboard, CapsLock capsLock) {
        this.keyboard = keyboard;
        this.capsLock = capsLock;
    }

    /** What was meant if the text was garbled in this way. */
    String of(String text) {
        if (capsLock == CapsLock.ALL) {
            return keyboard.asUsWithShiftLock(text);
        }
        return keyboard.asUs(capsLock == CapsLock.LETTERS ? swapCase(text) : text);
    }

    /** Without what scanners put around a code: Enter, Tab and other control characters. */
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

    private static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            swapped.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return swapped.toString();
    }
}
