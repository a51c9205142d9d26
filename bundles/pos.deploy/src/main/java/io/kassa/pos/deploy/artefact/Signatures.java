package io.kassa.pos.deploy.artefact;

import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Who signed every single entry of a jar. */
final class Signatures {

    private static final long LARGEST_CONTENT = 256L << 20;

    private final Set<X509Certificate> signers;

    private Signatures(Set<X509Certificate> signers) {
        this.signers = signers;
    }

    /** Reads all of the jar, which makes the platform compare every digest. */
    static Signatures of(JarFile jar, Manifest manifest) throws RefusedException, IOException {
        Optional<Set<X509Certificate>> common = Optional.empty();
        String unsigned = null;
        long left = LARGEST_CONTENT;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            left -= readAll(jar, entry, left);
            if (entry.isDirectory() || isSignatureItself(entry.getName())) {
                continue;
            }
            Set<X509Certificate> ofEntry = signersOf(entry);
            if (ofEntry.isEmpty()) {
                unsigned = entry.getName();
            } else if (common.isEmpty()) {
                common = Optional.of(ofEntry);
            } else {
                common.get().retainAll(ofEntry);
            }
        }
        if (common.isEmpty()) {
            throw new RefusedException(Fault.UNSIGNED);
        }
        if (unsigned != null) {
            throw new RefusedException(Fault.ADDED_TO, unsigned);
        }
        for (String promised : manifest.getEntries().keySet()) {
            if (jar.getEntry(promised) == null) {
                throw new RefusedException(Fault.ALTERED);
            }
        }
        return new Signatures(common.get());
    }

    /** @return the subject of a signer who is trusted and signed everything */
    String trusted(TrustList trust, Date now) throws RefusedException {
        X509Certificate signer = signers.stream()
                .filter(trust::trusts)
                .findFirst()
                .orElseThrow(() -> new RefusedException(Fault.UNTRUSTED_SIGNER, named(signers)));
        if (now.after(signer.getNotAfter())) {
            throw new RefusedException(Fault.EXPIRED, signer.getNotAfter().toInstant());
        }
        if (now.before(signer.getNotBefore())) {
            throw new RefusedException(
                    Fault.NOT_YET_VALID, signer.getNotBefore().toInstant());
        }
        return signer.getSubjectX500Principal().getName();
    }

    private static long readAll(JarFile jar, JarEntry entry, long most) throws RefusedException, IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        try (InputStream in = jar.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all += n;
                if (all > most) {
                    throw new RefusedException(Fault.TOO_LARGE, LARGEST_CONTENT >> 20);
                }
            }
        }
        return all;
    }

    private static Set<X509Certificate> signersOf(JarEntry entry) {
        CodeSigner[] signers = entry.getCodeSigners();
        Set<X509Certificate> certificates = new HashSet<>();
        for (CodeSigner signer : signers == null ? new CodeSigner[0] : signers) {
            if (signer.getSignerCertPath().getCertificates().get(0) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    /** The manifest and the signature files right below META-INF are what signs; nothing else is left out. */
    private static boolean isSignatureItself(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("META-INF/") || upper.indexOf('/', 9) >= 0) {
            return false;
        }
        return upper.equals(JarFile.MANIFEST_NAME)
                || upper.endsWith(".SF")
                || upper.endsWith(".RSA")
                || upper.endsWith(".DSA")
                || upper.endsWith(".EC");
    }

    private static String named(Set<X509Certificate> signers) {
        return signers.isEmpty()
                ? "—"
                : Collections.min(signers.stream()
                        .map(signer -> signer.getSubjectX500Principal().getName())
                        .toList());
    }
}
