package io.kassa.itests.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.release.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the SBOMs say, held against what is in the jars. */
class SbomTest {

    private static final Path TILL = Sbom.PROJECT.resolve("features/till");
    private static final Path RELEASE = Sbom.PROJECT.resolve("features/release");
    private static final String CLASS = ".class";

    /** PostgreSQL's driver carries these under names of its own, so that its classes are not theirs byte for byte. */
    private static final String RENAMED = "com.ongres";

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
    void namesEveryJarOfTheTillAndOfTheRelease() throws Exception {
        namesAll(Sbom.of(TILL), jars(TILL.resolve("target/bundles/export/till")));
        namesAll(Sbom.of(RELEASE), jars(RELEASE.resolve("target/jars")));
    }

    /** A component is a jar of the till, or something of it is in one of these jars, byte for byte. */
    @Test
    void namesNothingThatIsNotInTheTill() throws Exception {
        Map<String, byte[]> jars = jars(TILL.resolve("target/bundles/export/till"));
        jars.put("launcher", Files.readAllBytes(TILL.resolve("target/org.apache.felix.main.jar")));
        Set<String> inside = new HashSet<>();
        for (byte[] jar : jars.values()) {
            inside.addAll(classes(jar));
        }
        for (Sbom.Component component : Sbom.of(TILL).others()) {
            if (!jars.containsKey(component.file()) && !component.group().startsWith(RENAMED)) {
                assertThat(classes(Files.readAllBytes(component.jar())))
                        .as(component.file())
                        .containsAnyElementsOf(inside);
            }
        }
    }

    /** What others have made is copied into a bundle only with its name in the SBOM. */
    @ParameterizedTest
    @MethodSource("bundles")
    void namesWhatABundleCarriesInside(Path module) throws Exception {
        Sbom sbom = Sbom.of(module);
        Set<String> known = new HashSet<>();
        for (Sbom.Component component : sbom.others()) {
            known.addAll(classes(Files.readAllBytes(component.jar())));
        }
        Path jar = module.resolve("target/io.kassa." + module.getFileName() + "-" + version(module) + ".jar");
        assertThat(classes(Files.readAllBytes(jar)))
                .filteredOn(type -> !type.startsWith("io/kassa/"))
                .isSubsetOf(known);
    }

    private static void namesAll(Sbom sbom, Map<String, byte[]> jars) {
        Map<String, Sbom.Component> named = sbom.components().stream()
                .collect(Collectors.toMap(Sbom.Component::file, component -> component, (one, other) -> one));
        assertThat(named.keySet()).containsAll(jars.keySet());
        jars.forEach(
                (file, content) -> assertThat(named.get(file).sha256()).as(file).isEqualTo(digest("SHA-256", content)));
    }

    private static Map<String, byte[]> jars(Path folder) throws IOException {
        Map<String, byte[]> jars = new TreeMap<>();
        Archive.folder(folder).forEach((name, content) -> jars.put(name.substring(name.lastIndexOf('/') + 1), content));
        return jars;
    }

    /** The classes in a jar, each with a digest of its bytes. */
    private static Set<String> classes(byte[] jar) throws IOException {
        return Archive.read(jar).entrySet().stream()
                .filter(file -> file.getKey().endsWith(CLASS) && !file.getKey().startsWith("META-INF/"))
                .map(file -> file.getKey() + " " + digest("SHA-256", file.getValue()))
                .collect(Collectors.toSet());
    }

    private static String version(Path module) throws IOException {
        return Sbom.of(module)
                .json()
                .path("metadata")
                .path("component")
                .path("version")
                .asText();
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
