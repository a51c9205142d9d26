package io.kassa.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** Whether two releases are the same but for who signed them and when: archives are compared by what is in them. */
final class Comparison {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|jar|kar)");
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|EC|DSA)");
    /** Follow from the signature; the first is checked against the files of its own release. */
    private static final Set<String> SIGNED = Set.of(Sums.NAME, Release.DEMO_NOTE);

    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    /** @return what differs, by name; nothing when the releases are the same */
    static List<String> of(byte[] one, byte[] other) throws IOException {
        Comparison comparison = new Comparison();
        comparison.archives("", one, other);
        return List.copyOf(comparison.differences);
    }

    private void archives(String place, byte[] one, byte[] other) throws IOException {
        Map<String, byte[]> first = Archive.read(one);
        Map<String, byte[]> second = Archive.read(other);
        Set<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            if (SIGNATURE.matcher(name).matches() || SIGNED.contains(name)) {
                continue;
            }
            if (first.containsKey(name) && second.containsKey(name)) {
                files(place + name, name, first.get(name), second.get(name));
            } else {
                differences.add(place + name + " is in one of them only");
            }
        }
    }

    private void files(String place, String name, byte[] one, byte[] other) throws IOException {
        if (Arrays.equals(one, other)) {
            return;
        }
        if (ARCHIVE.matcher(name).matches()) {
            archives(place + "!", one, other);
        } else if (!name.equals(MANIFEST) || !main(one).equals(main(other))) {
            differences.add(place);
        }
    }

    /** The sections of a manifest that follow repeat the digests of the files, which are compared themselves. */
    private static Object main(byte[] manifest) throws IOException {
        return new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
    }
}
