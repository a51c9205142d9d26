package io.kassa.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Signs archives as jarsigner does, so that a JDK alone verifies them. */
final class Signer {

    private final JarSigner signer;

    private Signer(JarSigner signer) {
        this.signer = signer;
    }

    /**
     * @param keys a key store with the key and its certificates
     * @param timestamps the time-stamping service to ask, so that the signature outlives the certificate
     */
    static Signer of(Path keys, String alias, char[] password, Optional<URI> timestamps)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(keys.toFile(), password);
        if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("No private key named " + alias + " in " + keys);
        }
        CertPath certificates =
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(store.getCertificateChain(alias)));
        JarSigner.Builder builder = new JarSigner.Builder(key, certificates).signerName("SIGNER");
        timestamps.ifPresent(builder::tsa);
        return new Signer(builder.build());
    }

    /** The archive with every file signed; but for the signature, the same archive gives the same bytes. */
    Map<String, byte[]> sign(Map<String, byte[]> files) throws IOException {
        Path unsigned = Files.createTempFile("unsigned", ".zip");
        try {
            Files.write(unsigned, Archive.write(files));
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            try (ZipFile zip = new ZipFile(unsigned.toFile())) {
                signer.sign(zip, signed);
            }
            return Archive.read(signed.toByteArray());
        } finally {
            Files.delete(unsigned);
        }
    }
}
