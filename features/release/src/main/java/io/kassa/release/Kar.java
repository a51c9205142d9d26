package io.kassa.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An archive that Karaf installs without a network: a feature repository, and the bundles it names. */
final class Kar {

    private static final String REPOSITORY = "repository/";
    private static final String FEATURES = "io/kassa/io.kassa.karaf/%1$s/io.kassa.karaf-%1$s-features.xml";

    private Kar() {}

    /** @param jars by their file names */
    static byte[] of(String version, FeatureFile features, Map<String, byte[]> jars) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nKaraf-Feature-Start: true\n\n".getBytes(StandardCharsets.UTF_8));
        files.put(REPOSITORY + FEATURES.formatted(version), features.xml());
        for (FeatureFile.Coordinates bundle : features.bundles()) {
            byte[] jar = jars.get(bundle.file());
            if (jar == null) {
                throw new IOException("The feature names " + bundle.file() + ", which the release does not have");
            }
            files.put(REPOSITORY + bundle.path(), jar);
        }
        return Archive.write(files);
    }
}
