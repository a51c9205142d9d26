package io.kassa.itests.frameworks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** The same bundle under a higher version, as a partner would ship it. */
final class Versions {

    private Versions() {}

    static String after(Version version) {
        return new Version(version.getMajor(), version.getMinor(), version.getMicro() + 1).toString();
    }

    static byte[] jar(Bundle bundle, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Manifest manifest =
                    new Manifest(bundle.getEntry(JarFile.MANIFEST_NAME).openStream());
            manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                for (URL entry : Collections.list(bundle.findEntries("/", "*", true))) {
                    copy(entry, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void copy(URL entry, JarOutputStream out) throws IOException {
        String name = entry.getPath().substring(1);
        if (name.endsWith("/") || name.equals(JarFile.MANIFEST_NAME)) {
            return;
        }
        out.putNextEntry(new JarEntry(name));
        try (InputStream in = entry.openStream()) {
            in.transferTo(out);
        }
        out.closeEntry();
    }
}
