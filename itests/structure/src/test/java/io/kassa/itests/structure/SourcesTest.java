package io.kassa.itests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits that only the sources show. */
class SourcesTest {

    private static final Path TOP = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".pos", "vendor");

    @Test
    void aTestIsSwitchedOffOnlyWithAReason() throws IOException {
        assertThat(found(".java", Pattern.compile("@(Disabled|Ignore)\\b(?!\\s*\\(\\s*\"\\s*[^\"\\s])")))
                .isEmpty();
        String conditions = "@(Disabled|Enabled)(If|On|For)\\w*\\b(?!\\s*\\([^)]*disabledReason)";
        assertThat(found(".java", Pattern.compile(conditions))).isEmpty();
        String assumptions = "\\bassume(True|False|That)\\((?:[^()\"]|\\((?:[^()\"]|\\([^()\"]*\\))*\\))*\\)\\s*;";
        assertThat(found(".java", Pattern.compile(assumptions))).isEmpty();
    }

    @Test
    void aHostSpeaksOfNoProvider() throws IOException {
        try (Stream<Path> files = Files.walk(TOP.resolve("bundles"))) {
            assertThat(files.filter(path ->
                                    TOP.relativize(path).toString().matches("bundles/pos\\.[\\w.]+/src/main/.*\\.java"))
                            .flatMap(path -> Literals.in(readOrThrow(path))
                                    .filter(literal ->
                                            literal.toLowerCase(Locale.ROOT).contains("smartum"))
                                    .map(literal -> TOP.relativize(path) + ": " + literal)))
                    .as("the project's own name, and the example of a command")
                    .containsExactlyInAnyOrder(
                            "bundles/pos.host/src/main/java/io/kassa/pos/host/start/Host.java: \"Smartum for Point of Sale\"",
                            "bundles/pos.shell/src/main/java/io/kassa/pos/shell/start/PosCommands.java:"
                                    + " \"sells, and takes the payment with one method: pos:pay smartum 10.00=liikunta 4.50\"");
        }
    }

    @Test
    void whatIsComparedWithItsReleaseIsPutWhereItIsLookedFor() throws IOException {
        List<Path> compared;
        try (Stream<Path> rooms = Files.list(TOP.resolve("bundles"))) {
            compared = rooms.filter(room -> Files.exists(room.resolve("pom.xml")))
                    .filter(room ->
                            readOrThrow(room.resolve("pom.xml")).contains("<artifactId>bnd-baseline-maven-plugin<"))
                    .toList();
        }
        assertThat(compared).isNotEmpty().allSatisfy(room -> {
            assertThat(read(room.resolve("pom.xml")))
                    .contains("/cnf/releases</url>", "<maven.deploy.skip>false</maven.deploy.skip>");
            assertThat(read(TOP.resolve("CONTRIBUTING.md")))
                    .containsPattern("mvn deploy .*\\bbundles/"
                            + Pattern.quote(room.getFileName().toString()) + "[, ]");
            assertThat(read(TOP.resolve("cnf/releases/README.md"))).contains("`io.kassa." + room.getFileName() + "`");
        });
    }

    @Test
    void noLineIsWiderThanAScreen_butWhereATextBlockEndsOrMarkupIsMade() throws IOException {
        assertThat(found(".java", wideBut("\"\"\""))).isEmpty();
        assertThat(found(".js", wideBut("[`<]|\\$\\{"))).isEmpty();
    }

    private static Pattern wideBut(String marked) {
        return Pattern.compile("(?m)^(?=.{141})(?!.*(?:" + marked + ")).*");
    }

    @Test
    void noLooseEnds() throws IOException {
        // written in two halves, so that this file is not found itself
        assertThat(found(".java", Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b")))
                .isEmpty();
    }

    @Test
    void packagesAreNotNamedAfterWhatTheyAvoid() throws IOException {
        assertThat(found(
                        ".java",
                        Pattern.compile("(?m)^(?:public |final |abstract )*(?:class|interface|record|enum) "
                                + "(\\w+(Impl|Util|Utils|Helper|Manager)|I[A-Z][a-z]\\w+)\\b"
                                + "(?<!Intent|Info|Item|Inquiry)")))
                .isEmpty();
    }

    @Test
    void whatDocumentsCallATestIsOne() throws IOException {
        Pattern named = Pattern.compile("`([A-Z]\\w+Test)`");
        try (Stream<Path> files = Files.walk(TOP.resolve("docs"))) {
            assertThat(files.filter(path -> path.toString().endsWith(".md"))
                            .flatMap(path -> named.matcher(readOrThrow(path)).results())
                            .map(match -> match.group(1) + ".java"))
                    .isNotEmpty()
                    .isSubsetOf(sources());
        }
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(TOP)) {
            return files.filter(path -> TOP.relativize(path).toString().contains("/src/"))
                    .map(path -> path.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static String readOrThrow(Path file) {
        try {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(String ending, Pattern pattern) throws IOException {
        List<String> places = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TOP)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .filter(path -> TOP.relativize(path).toString().lines().noneMatch(SourcesTest::notOurs))
                    .toList()) {
                Matcher matcher = pattern.matcher(read(file));
                if (matcher.find()) {
                    places.add(TOP.relativize(file) + ": " + matcher.group().strip());
                }
            }
        }
        return places;
    }

    private static boolean notOurs(String path) {
        return Stream.of(path.split("/")).anyMatch(NOT_OURS::contains);
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
    }
}
