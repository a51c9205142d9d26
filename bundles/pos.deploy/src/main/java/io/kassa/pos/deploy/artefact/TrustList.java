package io.kassa.pos.deploy.artefact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose plug-ins this shop takes: certificates in a PEM file that no page of the till can write. A signer is trusted when its own
 * certificate stands in the list; there is no chain to follow and no authority that could add to it.
 */
public final class TrustList {

    private static final Logger LOG = LoggerFactory.getLogger(TrustList.class);

    private final List<X509Certificate> certificates;

    private TrustList(List<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /**
     * A missing file trusts nobody.
     *
     * @throws RefusedException when the file is there and cannot be understood: half a list is no list
     */
    public static TrustList read(Path file) throws RefusedException {
        if (!Files.exists(file)) {
            return new TrustList(List.of());
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (IOException | CertificateException e) {
            LOG.error("the list of trusted signers cannot be read", e);
            throw new RefusedException(Fault.TRUST_LIST_BROKEN, String.valueOf(file.getFileName()));
        }
        return new TrustList(certificates);
    }

    public boolean trusts(X509Certificate certificate) {
        return certificates.contains(certificate);
    }
}
