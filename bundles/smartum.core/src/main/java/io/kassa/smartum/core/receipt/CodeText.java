package io.kassa.smartum.core.receipt;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the receipt in the text of a code: the text itself, or a parameter of a link. The link is never opened. */
final class CodeText {
    private static final Pattern PARTS = Pattern.compile("[?#&]");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]{1,30}://.*", Pattern.DOTALL);

    /**
     * Signs that a scanner may be told to put before or after each code, the last three as a British keyboard writes them. None
     * stands in a receipt, in a number or in an id, nor is it padding of base64.
     */
    static final String MARKS = "[~*#!|$%@^;,¬£\"]{0,4}";

    private static final Pattern MARKED = Pattern.compile(MARKS + "(eyJ[A-Za-z0-9_.-]*|\\w+)" + MARKS);

    private CodeText() {}

    /** A receipt, a number or an id without the signs around it, and any other text as it is. */
    static String unmarked(String text) {
        Matcher marked = MARKED.matcher(text);
        return marked.matches() ? marked.group(1) : text;
    }

    static boolean isLink(String text) {
        return SCHEME.matcher(text).matches() || text.toLowerCase(Locale.ROOT).startsWith("www.");
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
