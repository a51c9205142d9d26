package io.kassa.itests.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of licences that people read, held against the SBOMs. */
class LicencesTest {

    private static final Path DOCUMENT = Sbom.PROJECT.resolve("docs/licences.md");

    /** What is shipped as a whole; the rest is shipped by itself, or to developers. */
    private static final Map<String, String> SHIPPED =
            Map.of("release", "release", "till", "till", "smartum.sandbox", "sandbox", "pos.spi.tck", "kit");

    @Test
    void everyComponentStandsInTheListWithItsLicence() throws IOException {
        List<String> table = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(table)
                .as("What has to stand in docs/licences.md:\n%s", String.join("\n", expected()))
                .containsExactlyElementsOf(expected());
    }

    private static List<String> expected() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (Path module : Sbom.modules()) {
            String place = SHIPPED.get(module.getFileName().toString());
            if (place != null) {
                Sbom.of(module).others().forEach(component -> add(places, component, place));
            }
        }
        // of what may be taken, what its run descriptor takes
        Jars shell = Jars.of("shell");
        for (Sbom.Component component :
                Sbom.of(Sbom.PROJECT.resolve("features/till"), "sbom-all").others()) {
            if (shell.hold(component)) {
                add(places, component, "shell");
            }
        }
        return places.entrySet().stream()
                .map(line -> line.getKey() + line.getValue().stream().sorted().collect(Collectors.joining(", ")) + " |")
                .toList();
    }

    private static void add(Map<String, List<String>> places, Sbom.Component component, String place) {
        places.computeIfAbsent(line(component), line -> new ArrayList<>()).add(place);
    }

    private static String line(Sbom.Component component) {
        return "| `%s:%s` | %s | %s | "
                .formatted(
                        component.group(),
                        component.name(),
                        component.version(),
                        component.licences().stream().distinct().collect(Collectors.joining(", ")));
    }
}
