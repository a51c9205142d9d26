package io.kassa.pos.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kassa.pos.spi.text.Texts;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageTextsTest {

    private static final Pattern LITERAL = Pattern.compile("'([a-zA-Z]+(?:\\.[a-zA-Z_]+)*)'");
    private static final Pattern ASKED = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern TEMPLATE = Pattern.compile("\\bt\\(`([a-zA-Z.]+)\\$");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    @Test
    void everyLanguageHasTheSameTexts() {
        Set<String> english = texts("en").keySet();
        for (String language : Texts.LANGUAGES) {
            assertThat(texts(language).keySet()).as(language).isEqualTo(english);
        }
    }

    @Test
    void everyTextSaysSomethingAndFillsInTheSame() {
        Map<String, String> english = texts("en");
        for (String language : Texts.LANGUAGES) {
            texts(language).forEach((key, text) -> {
                assertThat(text).as(language + " " + key).isNotBlank();
                assertThat(places(text)).as(language + " " + key).isEqualTo(places(english.get(key)));
            });
        }
    }

    @Test
    void everyTextThatAPageAsksForIsThere() {
        Set<String> there = texts("en").keySet();
        assertThat(there).containsAll(found(ASKED));
        for (String start : found(TEMPLATE)) {
            assertThat(there).as(start).anyMatch(key -> key.startsWith(start));
        }
    }

    @Test
    void noTextIsLeftOverThatNoPageAsksFor() {
        Set<String> literal = found(LITERAL);
        Set<String> starts = found(TEMPLATE);
        Set<String> parts = Set.of(".happened", ".money", ".next");
        assertThat(texts("en").keySet())
                .allMatch(key -> literal.contains(key)
                        || starts.stream().anyMatch(key::startsWith)
                        || parts.stream()
                                .anyMatch(part -> key.endsWith(part)
                                        && literal.contains(key.substring(0, key.length() - part.length()))));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) {
        return SiteFiles.ending(".js").stream()
                .flatMap(file -> pattern.matcher(SiteFiles.read(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String language) {
        try {
            return new ObjectMapper()
                    .readValue(
                            SiteFiles.read(SiteFiles.FOLDER.resolve("texts").resolve(language + ".json")),
                            new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new IllegalStateException(language, e);
        }
    }
}
