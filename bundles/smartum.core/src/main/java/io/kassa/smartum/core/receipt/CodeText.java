package io.kassa.smartum.core.receipt;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the receipt in the text of a code: the text itself, or a parameter of a link. The link is never opened. */
final class CodeText {
    private static final Pattern PARTS = Pattern.compile("[?#&]");
    private static final String LINK = "(?i:[a-z][a-z0-9+.-]{1,30}://|www\\.)";
    private static final Pattern LINKED = Pattern.compile(LINK);

    /**
     * Signs that a scanner may be told to put before or after each code, the last three as a British keyboard writes them. None
     * stands in a receipt, in a number or in an id, nor is it padding of base64, so what is read of a link ends in none either.
     */
    static final String MARKS = "[~*#!|$%@^;,¬£\"]{0,4}";

    /** What kind of code it was, which a scanner may be told to say first, or behind its signs. Source: ISO/IEC 15424, annex F. */
    private static final Pattern SYMBOLOGY = Pattern.compile("^" + MARKS + "][A-Za-z][0-9A-Za-z]");

    private static final Pattern MARKED =
            Pattern.compile(MARKS + "(" + LINK + ".*?|eyJ[A-Za-z0-9_.-]*|\\w+)" + MARKS, Pattern.DOTALL);

    private CodeText() {}

    /** Without what a scanner says of the kind of code, and the signs before that. */
    static String withoutSymbology(String text) {
        return SYMBOLOGY.matcher(text).replaceFirst("");
    }

    /** A receipt, a link, a number or an id without the signs around it, and any other text as it is. */
    static String unmarked(String text) {
        Matcher marked = MARKED.matcher(text);
        return marked.matches() ? marked.group(1) : text;
    }

    static boolean isLink(String text) {
        return LINKED.matcher(text).lookingAt();
    }

    /** The receipt that a link carries under one of the names; nothing if it carries none, or two that differ. */
    static Optional<String> inLink(String link, List<String> names) {
        Set<String> found = new HashSet<>();
        for (String part : PARTS.split(link)) {
            int equals = part.indexOf('=');
            if (equals > 0 && names.contains(part.substring(0, equals))) {
                found.add(part.substring(equals + 1));
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
