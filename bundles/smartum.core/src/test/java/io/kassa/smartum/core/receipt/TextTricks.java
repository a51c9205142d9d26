package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.Trick.cheap;
import static io.kassa.smartum.core.receipt.Trick.refused;
import static io.kassa.smartum.core.receipt.Trick.survives;

import java.util.List;
import java.util.Random;

/** What becomes of the text of a code between the customer's phone and the till. */
final class TextTricks {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private TextTricks() {}

    static List<Trick> all(Random random) {
        return List.of(
                survives("Enter", text -> text + "\r\n"),
                survives("blanks around", text -> "\u00a0 \t" + text + "\u0000"),
                survives("byte order mark", text -> "\uFEFF" + text),
                survives("symbology", text -> "]Q1" + text),
                survives("in a link", text -> "https://app.smartum.fi/r?lang=fi&jwt=" + text + "#top"),
                survives("in a fragment", text -> "https://app.smartum.fi/r#token=" + text),
                survives("Caps Lock", TypingScanner::capsLock),
                survives("Finnish keyboard", TypingScanner.FINNISH::types),
                survives("Finnish keyboard, Caps Lock", TypingScanner.FINNISH::typesWithCapsLock),
                survives("Finnish keyboard, Caps Lock, in a link", TextTricks::typedLink),
                survives("German keyboard", TypingScanner.GERMAN::types),
                survives("German keyboard, shift lock", TypingScanner.GERMAN::typesWithShiftLock),
                survives("French keyboard", TypingScanner.FRENCH::types),
                survives("French keyboard, shift lock", TypingScanner.FRENCH::typesWithShiftLock),
                refused("one letter changed", text -> changed(text, random)),
                refused("one letter's case changed", text -> caseChanged(text, random)),
                refused("two letters missing", text -> without(text, random)),
                cheap("a zero-width space", text -> inside(text, "\u200b", random)),
                cheap("a line break", text -> inside(text, "\n", random)),
                cheap("a NUL", text -> inside(text, "\u0000", random)),
                cheap("half a character", text -> inside(text, "\ud83d", random)),
                cheap("right to left", text -> "\u202e" + text),
                cheap("percent escapes", text -> "https://a.fi/?jwt=" + text.replace(".", "%2E")),
                cheap("another parameter", text -> "https://a.fi/?jws=" + text),
                cheap("two in a link", text -> "https://a.fi/?jwt=" + text + "&token=" + text + "A"),
                cheap("the head alone", text -> text.substring(0, text.indexOf('.'))),
                cheap("no signature", text -> text.substring(0, text.indexOf('.', text.indexOf('.') + 1))),
                cheap(
                        "parts turned round",
                        text -> new StringBuilder(text).reverse().toString()),
                cheap("twice", text -> text + text),
                cheap("very long", text -> text + " ".repeat(4097)));
    }

    private static String typedLink(String text) {
        return TypingScanner.FINNISH.typesWithCapsLock("smartum://r?jwt=" + text);
    }

    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int place = letter(text, random);
        char old = Character.toUpperCase(text.charAt(place));
        char other = LETTERS.charAt((LETTERS.indexOf(old) + 1 + random.nextInt(25)) % 26);
        changed.setCharAt(place, other);
        return changed.toString();
    }

    private static String caseChanged(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int place = letter(text, random);
        changed.setCharAt(place, (char) (text.charAt(place) ^ ' '));
        return changed.toString();
    }

    private static int letter(String text, Random random) {
        int place = random.nextInt(text.length());
        while (!Character.isLetter(text.charAt(place))) {
            place = (place + 1) % text.length();
        }
        return place;
    }

    private static String without(String text, Random random) {
        int place = random.nextInt(text.length() - 2);
        return text.substring(0, place) + text.substring(place + 2);
    }

    private static String inside(String text, String more, Random random) {
        int place = 1 + random.nextInt(text.length() - 1);
        return text.substring(0, place) + more + text.substring(place);
    }
}
