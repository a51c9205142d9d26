package io.kassa.pos.deploy.artefact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * Verifies a private copy of a plug-in's jar: every entry signed by one trusted signer, nothing added, altered, removed or twice,
 * the certificate valid now. The framework's own check is not enough: it starts jars whose signature does not fit, and the
 * platform's jar reader neither misses unsigned entries nor looks at expiry.
 */
public final class Inspector {

    public static final long LARGEST_FILE = 32L << 20;

    private final Path trusted;
    private final Clock clock;

    /** @param trusted the file of the trust list; read anew for each artefact, so that a change counts at once */
    public Inspector(Path trusted, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    /**
     * @param file a copy that nobody else can write
     * @throws RefusedException with the first fault
     * @throws IOException when the file cannot be read at all
     */
    public Artefact inspect(Path file) throws RefusedException, IOException {
        TrustList trust = TrustList.read(trusted);
        if (Files.size(file) > LARGEST_FILE) {
            throw new RefusedException(Fault.TOO_LARGE, LARGEST_FILE >> 20);
        }
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            names(jar);
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new RefusedException(Fault.NOT_A_PLUG_IN);
            }
            Signatures signatures = Signatures.of(jar, manifest);
            String signer = signatures.trusted(trust, Date.from(clock.instant()));
            return described(file, manifest.getMainAttributes(), signer);
        } catch (ZipException e) {
            throw new RefusedException(Fault.NOT_A_JAR);
        } catch (SecurityException e) {
            throw new RefusedException(Fault.ALTERED);
        }
    }

    private static void names(JarFile jar) throws RefusedException {
        Set<String> names = new HashSet<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (name.startsWith("/")
                    || name.contains("\\")
                    || name.indexOf(0) >= 0
                    || ("/" + name + "/").contains("/../")) {
                throw new RefusedException(Fault.UNSAFE_NAME);
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new RefusedException(Fault.DUPLICATE_ENTRY, name);
            }
        }
    }

    private static Artefact described(Path file, Attributes headers, String signer)
            throws RefusedException, IOException {
        String symbolicName = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (symbolicName == null || headers.getValue(Constants.FRAGMENT_HOST) != null) {
            throw new RefusedException(Fault.NOT_A_PLUG_IN);
        }
        try {
            Version version = Version.parseVersion(headers.getValue(Constants.BUNDLE_VERSION));
            String name = symbolicName.split(";", 2)[0].strip();
            return new Artefact(file, Fingerprint.of(file), name, version, signer);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Fault.NOT_A_PLUG_IN);
        }
    }
}
