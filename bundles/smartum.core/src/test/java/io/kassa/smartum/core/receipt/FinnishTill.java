package io.kassa.smartum.core.receipt;

/** A till with a Finnish keyboard, at which a scanner types that believes in a US one. */
final class FinnishTill {
    private static final String PRESSED = "-_/?:;=&";
    private static final String APPEARS = "+?-_Öö´/";

    private FinnishTill() {}

    static String typed(String scanned) {
        StringBuilder text = new StringBuilder();
        for (char c : scanned.toCharArray()) {
            int key = PRESSED.indexOf(c);
            text.append(key < 0 ? c : APPEARS.charAt(key));
        }
        return text.toString().replace("´e", "é").replace("´E", "É");
    }

    static String withCapsLock(String scanned) {
        return capsLock(typed(scanned));
    }

    static String capsLock(String scanned) {
        StringBuilder text = new StringBuilder();
        for (char c : scanned.toCharArray()) {
            text.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return text.toString();
    }
}
