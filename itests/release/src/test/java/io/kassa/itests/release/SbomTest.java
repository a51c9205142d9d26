package io.kassa.itests.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the SBOMs say, held against what is in the jars. */
class SbomTest {

    private static final Path TILL = Sbom.PROJECT.resolve("features/till");
    private static final Path RELEASE = Sbom.PROJECT.resolve("features/release");

    static Stream<Path> artefacts() throws IOException {
        return Sbom.modules().stream();
    }

    static Stream<Path> bundles() throws IOException {
        return artefacts().filter(module -> module.getParent().endsWith("bundles"));
    }

    @ParameterizedTest
    @MethodSource("artefacts")
    void isThereForEachArtefactAndTheSameEachTime(Path module) throws IOException {
        Sbom sbom = Sbom.of(module);
        assertThat(sbom.json().path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(sbom.json().has("serialNumber")).isFalse();
        assertThat(sbom.json().path("metadata").has("timestamp")).isFalse();
        assertThat(sbom.others()).allSatisfy(component -> {
            assertThat(component.licences()).as(component.file()).isNotEmpty();
            assertThat(component.sha256()).as(component.file()).hasSize(64);
        });
    }

    @Test
    void namesEveryJarOfTheTillOfTheShellAndOfTheRelease() throws Exception {
        namesAll(Sbom.of(TILL), Jars.in(TILL.resolve("target/bundles/export/till")));
        namesAll(Sbom.of(TILL, "sbom-all"), Jars.in(TILL.resolve("target/bundles/export/shell")));
        namesAll(Sbom.of(RELEASE), Jars.in(RELEASE.resolve("target/jars")));
    }

    @Test
    void namesNothingThatIsNotInTheTill() throws Exception {
        Jars till = Jars.of("till");
        for (Sbom.Component component : Sbom.of(TILL).others()) {
            assertThat(till.hold(component)).as(component.file()).isTrue();
        }
    }

    /** What others have made is copied into a bundle only with its name in the SBOM. */
    @ParameterizedTest
    @MethodSource("bundles")
    void namesWhatABundleCarriesInside(Path module) throws Exception {
        Sbom sbom = Sbom.of(module);
        Set<String> known = new HashSet<>();
        for (Sbom.Component component : sbom.others()) {
            known.addAll(Jars.classes(Files.readAllBytes(component.jar())));
        }
        Path jar = module.resolve("target/io.kassa." + module.getFileName() + "-" + version(module) + ".jar");
        assertThat(Jars.classes(Files.readAllBytes(jar)))
                .filteredOn(type -> !type.startsWith("io/kassa/"))
                .isSubsetOf(known);
    }

    private static void namesAll(Sbom sbom, Map<String, byte[]> jars) {
        Map<String, Sbom.Component> named = sbom.components().stream()
                .collect(Collectors.toMap(Sbom.Component::file, component -> component, (one, other) -> one));
        assertThat(named.keySet()).containsAll(jars.keySet());
        jars.forEach(
                (file, content) -> assertThat(named.get(file).sha256()).as(file).isEqualTo(Jars.digest(content)));
    }

    private static String version(Path module) throws IOException {
        return Sbom.of(module)
                .json()
                .path("metadata")
                .path("component")
                .path("version")
                .asText();
    }
}
