package io.kassa.itests.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Base64;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Who makes versions of the shipped plug-in and signs them. */
final class Partner {

    private static final String PASSWORD = "only-for-tests";

    private final Path folder;
    private final PrivateKeyEntry key;

    private Partner(Path folder, PrivateKeyEntry key) {
        this.folder = folder;
        this.key = key;
    }

    /** With a certificate that the till of that folder trusts. */
    static Partner trustedBy(Path till) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(till), "partner");
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "partner",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=Partner",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        PrivateKeyEntry key =
                (PrivateKeyEntry) keys.getEntry("partner", new PasswordProtection(PASSWORD.toCharArray()));
        Files.writeString(
                till.resolve("trusted-signers.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(key.getCertificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        return new Partner(folder, key);
    }

    /** The shipped plug-in under another version number, signed. */
    Path version(String version) throws IOException {
        return signed(version, name -> false);
    }

    /** One that starts, and whose own test then fails: it reads the known receipt wrongly. */
    Path sick(String version) throws IOException {
        return signed(version, name -> name.endsWith("/known-answer.jws"));
    }

    private Path signed(String version, Predicate<String> spoilt) throws IOException {
        Path plain = Files.createTempFile(folder, "plain", ".jar");
        try (JarFile shipped = new JarFile(Till.plugIn().toFile());
                OutputStream file = Files.newOutputStream(plain)) {
            Manifest manifest = new Manifest(shipped.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (Enumeration<JarEntry> entries = shipped.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        byte[] content = shipped.getInputStream(entry).readAllBytes();
                        out.write(spoilt.test(entry.getName()) ? reversed(content) : content);
                    }
                }
            }
        }
        Path signed = folder.resolve(version + ".jar");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(plain.toFile())) {
            new JarSigner.Builder(key).build().sign(in, bytes);
        }
        Files.delete(plain);
        return Files.write(signed, bytes.toByteArray());
    }

    private static byte[] reversed(byte[] content) {
        return new StringBuilder(new String(content, StandardCharsets.ISO_8859_1))
                .reverse()
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
