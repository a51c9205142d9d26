package io.kassa.itests.structure;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands between quotation marks in Java. */
final class Literals {

    /** Comments and characters too, as quotation marks in them begin nothing. */
    private static final Pattern TOKEN = Pattern.compile("//[^\\n]*+"
            + "|(?s:/\\*.*?\\*/)"
            + "|'(?:\\\\.|[^'\\\\])++'"
            + "|(?s:\"\"\"(?:\\\\.|(?!\"\"\").)*+\"\"\")"
            + "|\"(?:\\\\.|[^\"\\\\\\n])*+\"");

    private Literals() {}

    /** Text blocks and strings, with their quotation marks. */
    static Stream<String> in(String source) {
        return TOKEN.matcher(source).results().map(MatchResult::group).filter(token -> token.startsWith("\""));
    }
}
