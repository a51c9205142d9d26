package io.kassa.pos.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFilesTest {

    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export)\\b[^;]*?from '([^']+)';");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");
    private static final Pattern ICON =
            Pattern.compile("icon[=:] ?\"?'?([a-z-]+)['\"]|<\\$\\{Icon} name=\"([a-z-]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("https?://(?!www\\.w3\\.org/)");

    @Test
    void everyImportLeadsToAFile() {
        for (Path file : SiteFiles.ending(".js")) {
            for (MatchResult match :
                    IMPORT.matcher(SiteFiles.read(file)).results().toList()) {
                assertThat(file.resolveSibling(match.group(1)).normalize())
                        .as(file.toString())
                        .isRegularFile();
            }
        }
    }

    @Test
    void everyLinkOfTheFirstPageLeadsToAFile() {
        String page = SiteFiles.read(SiteFiles.FOLDER.resolve("index.html"));
        assertThat(LINK.matcher(page).results().map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(path -> Files.isRegularFile(SiteFiles.FOLDER.resolve(path.substring(1))));
    }

    @Test
    void everyStyleSheetIsLinked() {
        String page = SiteFiles.read(SiteFiles.FOLDER.resolve("index.html"));
        assertThat(SiteFiles.ending(".css")).isNotEmpty().allMatch(file -> page.contains("/css/" + file.getFileName()));
    }

    @Test
    void everyIconIsInTheSprite() {
        String sprite = SiteFiles.read(SiteFiles.FOLDER.resolve("sprite.svg"));
        Set<String> icons = SiteFiles.ending(".js").stream()
                .flatMap(file -> ICON.matcher(SiteFiles.read(file)).results())
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.toSet());
        assertThat(icons).hasSizeGreaterThan(10).allMatch(icon -> sprite.contains("<symbol id=\"icon-" + icon + "\""));
    }

    @Test
    void nothingIsInlineAndNothingComesFromElsewhere() {
        assertThat(SiteFiles.read(SiteFiles.FOLDER.resolve("index.html")))
                .doesNotContain("<style", "style=", "onclick")
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)");
        for (String ending : Set.of(".js", ".css", ".html", ".svg")) {
            for (Path file : SiteFiles.ending(ending)) {
                assertThat(SiteFiles.read(file)).as(file.toString()).doesNotContainPattern(ADDRESS);
            }
        }
    }

    /** Whichever way the browser, the framework or the language has to take text for markup or for a program. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "setHTML",
                "parseHTML",
                "createContextualFragment",
                "srcdoc",
                "document.write",
                "javascript:",
                "eval(",
                "Function(",
                "html(",
                "setTimeout('",
                "setTimeout(`",
                "style="
            })
    void noPageTakesTextForMarkupOrAProgramOrStyle(String way) {
        for (Path file : SiteFiles.ending(".js")) {
            assertThat(SiteFiles.read(file)).as(file.toString()).doesNotContainIgnoringCase(way);
        }
        assertThat(SiteFiles.read(SiteFiles.FOLDER.resolve("index.html"))).doesNotContainIgnoringCase(way);
    }

    @Test
    void nothingIsParsedButTheSpriteOfIconsThatComesWithThePages() {
        assertThat(SiteFiles.ending(".js"))
                .filteredOn(file -> SiteFiles.read(file).contains("DOMParser"))
                .extracting(file -> SiteFiles.FOLDER.relativize(file).toString())
                .containsExactly("parts/icon.js");
    }

    @Test
    void noPageCountsMoneyInFractions() {
        for (Path file : SiteFiles.ending(".js")) {
            assertThat(SiteFiles.read(file)).as(file.toString()).doesNotContain("parseFloat");
        }
    }

    /** What changes comes over the stream of events. Before that is open, the closed till is looked at again after a pause. */
    @Test
    void noPageAsksAgainAndAgain() {
        for (Path file : SiteFiles.ending(".js")) {
            assertThat(SiteFiles.read(file)).as(file.toString()).doesNotContain("setInterval");
        }
    }
}
