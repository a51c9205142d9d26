package io.kassa.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a build of the project has made for the release, by the names in the zip. */
final class Parts {

    static final String PLUG_IN = "plugin/io.kassa.smartum.plugin-";

    private static final String JAR = ".jar";
    private static final Set<String> FEATURES = Set.of("smartum", "smartum-libraries");
    private static final List<String> DESCRIBED = List.of("smartum.plugin", "pos.spi");

    private final Path project;
    private final Map<String, byte[]> files = new TreeMap<>();

    private Parts(Path project) {
        this.project = project;
    }

    /** @param project the top folder of a built checkout */
    static Parts of(Path project) throws IOException {
        Parts parts = new Parts(project);
        parts.files.putAll(Archive.folder(project.resolve("features/release/target/jars")));
        parts.files.putAll(Archive.folder(project.resolve("features/release/src/main/zip")));
        parts.write();
        return parts;
    }

    Map<String, byte[]> files() {
        return files;
    }

    String version() {
        return version(jars());
    }

    String plugIn() {
        return PLUG_IN + version() + JAR;
    }

    /** Once the plug-in's jar is final. */
    void pack() throws IOException {
        byte[] features = built("features/karaf/target/feature/feature.xml");
        FeatureFile file = FeatureFile.of(features, FEATURES);
        Map<String, byte[]> jars = jars().stream()
                .collect(Collectors.toMap(name -> name.substring(name.lastIndexOf('/') + 1), files::get));
        files.put("karaf/features.xml", file.xml());
        files.put("karaf/smartum-" + version() + ".kar", Kar.of(version(), file, jars));
    }

    private void write() throws IOException {
        text("felix/conf/config.properties", StartLevels.felix(jars()));
        text("equinox/configuration/config.ini", StartLevels.equinox(jars()));
        text("README.md", Files.readString(project.resolve("docs/install.md")).replace("VERSION", version()));
        text("BUILD.txt", "Java " + Runtime.version() + "\n");
        files.put("THIRD-PARTY.md", Files.readAllBytes(project.resolve("docs/licences.md")));
        sbom("smartum-" + version(), "features/release");
        for (String room : DESCRIBED) {
            sbom("io.kassa." + room + "-" + version(), "bundles/" + room);
        }
    }

    private void sbom(String artefact, String module) throws IOException {
        files.put("sbom/" + artefact + ".cdx.json", built(module + "/target/sbom.json"));
    }

    private byte[] built(String file) throws IOException {
        Path path = project.resolve(file);
        if (!Files.exists(path)) {
            throw new IOException("Not built: " + file + ". Build without Maven's --offline, which leaves SBOMs out.");
        }
        return Files.readAllBytes(path);
    }

    private List<String> jars() {
        return files.keySet().stream().filter(name -> name.endsWith(JAR)).toList();
    }

    private static String version(Collection<String> jars) {
        return jars.stream()
                .filter(name -> name.startsWith(PLUG_IN))
                .map(name -> name.substring(PLUG_IN.length(), name.length() - JAR.length()))
                .findFirst()
                .orElseThrow(() -> new UncheckedIOException(new IOException("The plug-in is not built")));
    }

    private void text(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
