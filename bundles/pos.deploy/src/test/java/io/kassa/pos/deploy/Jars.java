package io.kassa.pos.deploy;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import io.kassa.pos.deploy.sample.SamplePlugIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Jars of the sample plug-in, and what attackers do with them. */
final class Jars {

    static final String PLUG_IN = "sample.plug.in";

    private Jars() {}

    static Path sample(String version, String behaviour) throws Exception {
        return sample(version, Map.of("X-Behaviour", behaviour));
    }

    static Path sample(String version, Map<String, String> headers) throws Exception {
        Path jar = Scratch.file("sample");
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes(SamplePlugIn.class));
            builder.addClasspath(classes(io.kassa.pos.spi.payment.PaymentMethod.class));
            builder.addClasspath(classes(org.osgi.framework.BundleContext.class));
            builder.setProperty("Bundle-SymbolicName", PLUG_IN);
            builder.setProperty("Bundle-Version", version);
            builder.setProperty("Bundle-Activator", SamplePlugIn.class.getName());
            builder.setProperty("Private-Package", SamplePlugIn.class.getPackageName());
            builder.setProperty("-noimportjava", "true");
            builder.setProperty("-reproducible", "true");
            headers.forEach(builder::setProperty);
            try (Jar built = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new IllegalStateException(builder.getErrors().toString());
                }
                built.write(jar.toFile());
            }
        }
        return jar;
    }

    /** The same jar with one entry more. */
    static Path adding(Path jar, String name, String content) throws IOException {
        return rewritten(jar, (entry, bytes) -> bytes, name, content);
    }

    /** The same jar with one byte of its class changed. */
    static Path altering(Path jar) throws IOException {
        return rewritten(
                jar,
                (entry, bytes) -> {
                    if (entry.endsWith("SamplePlugIn.class")) {
                        bytes[bytes.length - 1] ^= 1;
                    }
                    return bytes;
                },
                "",
                "");
    }

    /** The same jar that says in its manifest that it is another version. */
    static Path renumbering(Path jar) throws IOException {
        return rewritten(
                jar,
                (entry, bytes) -> entry.equals("META-INF/MANIFEST.MF")
                        ? new String(bytes)
                                .replace("Bundle-Version: 1.1.0", "Bundle-Version: 1.9.0")
                                .getBytes()
                        : bytes,
                "",
                "");
    }

    /** The same jar without its class. */
    static Path removing(Path jar) throws IOException {
        return rewritten(jar, (entry, bytes) -> entry.endsWith("SamplePlugIn.class") ? null : bytes, "", "");
    }

    /** The same jar cut off in the middle, as a copy that was interrupted. */
    static Path cutting(Path jar) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        Path cut = Scratch.file("cut");
        return Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }

    private interface Change {
        byte[] of(String name, byte[] bytes);
    }

    private static Path rewritten(Path jar, Change change, String name, String content) throws IOException {
        Path changed = Scratch.file("changed");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(changed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] bytes =
                        change.of(entry.getName(), in.getInputStream(entry).readAllBytes());
                if (bytes != null) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(bytes);
                }
            }
            if (!name.isEmpty()) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content.getBytes());
            }
        }
        return changed;
    }

    private static java.io.File classes(Class<?> type) throws Exception {
        return new java.io.File(
                type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
