package io.kassa.itests.release;

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

/**
 * What is started together.
 *
 * @param all by the name of the file
 * @param classes in them, each with a digest of its bytes
 */
record Jars(Map<String, byte[]> all, Set<String> classes) {

    private static final String CLASS = ".class";

    /** PostgreSQL's driver carries these under names of its own, so that its classes are not theirs byte for byte. */
    private static final String RENAMED = "com.ongres";

    /** A run descriptor's bundles, with what starts them. */
    static Jars of(String descriptor) throws IOException {
        Path built = Sbom.PROJECT.resolve("features/till/target");
        Map<String, byte[]> jars = in(built.resolve("bundles/export").resolve(descriptor));
        jars.put("launcher", Files.readAllBytes(built.resolve("org.apache.felix.main.jar")));
        Set<String> classes = new HashSet<>();
        for (byte[] jar : jars.values()) {
            classes.addAll(classes(jar));
        }
        return new Jars(jars, classes);
    }

    static Map<String, byte[]> in(Path folder) throws IOException {
        Map<String, byte[]> jars = new TreeMap<>();
        Archive.folder(folder).forEach((name, content) -> jars.put(name.substring(name.lastIndexOf('/') + 1), content));
        return jars;
    }

    /** The classes in a jar, each with a digest of its bytes. */
    static Set<String> classes(byte[] jar) throws IOException {
        return Archive.read(jar).entrySet().stream()
                .filter(file -> file.getKey().endsWith(CLASS) && !file.getKey().startsWith("META-INF/"))
                .map(file -> file.getKey() + " " + digest(file.getValue()))
                .collect(Collectors.toSet());
    }

    /** SHA-256 in hex. */
    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a component is one of these jars, or something of it is in one of them, byte for byte. */
    boolean hold(Sbom.Component component) throws IOException {
        if (component.group().startsWith(RENAMED)) {
            return all.keySet().stream().anyMatch(jar -> jar.startsWith("postgresql-"));
        }
        return all.containsKey(component.file())
                || classes(Files.readAllBytes(component.jar())).stream().anyMatch(classes::contains);
    }
}
