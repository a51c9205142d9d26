package io.kassa.itests.release;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that a document tells its reader to type, by the heading that they stand under. */
record Words(String document) {

    /** @param language as the document marks the block: {@code sh}, or whose console it is */
    List<String> under(String heading, String language) {
        Matcher section = Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)")
                .matcher(document);
        if (section.find()) {
            Matcher block =
                    Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(section.group(1));
            if (block.find()) {
                return block.group(1).lines().toList();
            }
        }
        throw new AssertionError("Nothing to type under " + heading);
    }
}
