package io.kassa.itests.release;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an artefact says in CycloneDX form that it is made of. */
record Sbom(Path module, JsonNode json) {

    static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();

    private static final Path REPOSITORY = Path.of(System.getProperty("kassa.repository"));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @param licences SPDX ids, or names where there is none */
    record Component(String group, String name, String version, List<String> licences, String sha256) {

        boolean ours() {
            return group.equals("io.kassa");
        }

        String file() {
            return name + "-" + version + ".jar";
        }

        /** Where Maven keeps it. */
        Path jar() {
            return REPOSITORY
                    .resolve(group.replace('.', '/'))
                    .resolve(name)
                    .resolve(version)
                    .resolve(file());
        }
    }

    static Sbom of(Path module) throws IOException {
        return of(module, "sbom");
    }

    /** @param name of one that says something else than what the module ships */
    static Sbom of(Path module, String name) throws IOException {
        Path file = module.resolve("target").resolve(name + ".json");

        assumeTrue(!offline() || Files.exists(file), "Maven makes no SBOM when it works offline");
        return new Sbom(module, MAPPER.readTree(Files.readAllBytes(file)));
    }

    /** Whether Maven, which runs the tests, was told to do without a network. */
    static boolean offline() {
        return System.getProperty("kassa.maven").equals("offline true");
    }

    /** Of every bundle, of the till and of the release. */
    static List<Path> modules() throws IOException {
        try (Stream<Path> bundles = Files.list(PROJECT.resolve("bundles"))) {
            return Stream.concat(
                            bundles.filter(folder -> Files.exists(folder.resolve("pom.xml"))),
                            Stream.of("till", "release").map(PROJECT.resolve("features")::resolve))
                    .sorted()
                    .toList();
        }
    }

    List<Component> components() {
        return nodes(json.path("components"))
                .map(node -> new Component(
                        node.path("group").asText(),
                        node.path("name").asText(),
                        node.path("version").asText(),
                        nodes(node.path("licenses")).map(Sbom::licence).toList(),
                        sha256(node)))
                .toList();
    }

    List<Component> others() {
        return components().stream().filter(component -> !component.ours()).toList();
    }

    private static String licence(JsonNode node) {
        return Stream.of("id", "name")
                .map(node.path("license")::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse(node.path("expression").asText());
    }

    private static String sha256(JsonNode component) {
        return nodes(component.path("hashes"))
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .findFirst()
                .orElse("");
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
