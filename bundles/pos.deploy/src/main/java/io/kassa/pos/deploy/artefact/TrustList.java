package io.kassa.pos.deploy.artefact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose plug-ins this shop takes: certificates in a PEM file that no page of the till can write. A signer is trusted when its own
 * certificate stands in the list; there is no chain to follow and no authority that could add to it.
 */
public final class TrustList {

    private final List<X509Certificate> certificates;

    private TrustList(List<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /** A missing file trusts nobody. */
    public static TrustList read(Path file) throws IOException, CertificateException {
        if (!Files.exists(file)) {
            return new TrustList(List.of());
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .forEach(certificate -> certificates.add((X509Certificate) certificate));
        }
        return new TrustList(certificates);
    }

    public boolean trusts(X509Certificate certificate) {
        return certificates.contains(certificate);
    }
}
