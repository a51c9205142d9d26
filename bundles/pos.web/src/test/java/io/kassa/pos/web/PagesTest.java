package io.kassa.pos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages that are shipped: everything they ask for is there, and nothing in them needs what the policy forbids. */
class PagesTest {

    private static final Path SITE = Path.of("src/main/resources/io/kassa/pos/web/site");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\\(?\\s*'(\\.{1,2}/[^']+)'");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)|<style|\\son\\w+=\"|\\sstyle=\"|javascript:", Pattern.CASE_INSENSITIVE);

    @Test
    void everyModuleThatIsImportedIsThere() {
        for (Path file : files(".js")) {
            for (String target : found(IMPORT, file)) {
                assertThat(file.resolveSibling(target).normalize())
                        .as(file.toString())
                        .isRegularFile();
            }
        }
    }

    @Test
    void everythingThatTheFirstPageLinksIsThere() {
        List<String> links = found(LINK, SITE.resolve("index.html"));
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(SITE.resolve(link.substring(1))).isRegularFile());
    }

    @Test
    void noPageHasScriptOrStyleInside() {
        for (Path file : files(".html")) {
            assertThat(found(INLINE, file)).as(file.toString()).isEmpty();
        }
    }

    @Test
    void everyTextIsThereInEveryLanguage() throws IOException {
        List<List<String>> keys = Stream.of("en", "fi", "sv")
                .map(language -> SITE.resolve("texts/" + language + ".json"))
                .map(file -> found(Pattern.compile("(?m)^\\s*\"([^\"]+)\":"), file))
                .toList();
        assertThat(keys.get(0)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(keys.get(1)).containsExactlyInAnyOrderElementsOf(keys.get(0));
        assertThat(keys.get(2)).containsExactlyInAnyOrderElementsOf(keys.get(0));
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(SITE)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult result) -> result.groupCount() > 0 ? result.group(1) : result.group())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
