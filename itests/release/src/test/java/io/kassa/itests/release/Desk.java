package io.kassa.itests.release;

import io.kassa.release.Archive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/** Where somebody installs a release: the zip that {@code ./pos release} made, and the certificate of who made it. */
record Desk(Path folder, Path zip, Words words) {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final String CERTIFICATE =
            "keytool -exportcert -rfc -alias signer -keystore %s -storepass only-for-this-demo" + " > partner.pem";

    /** Makes the release by its one command, with a key of this desk's own, from what is built. */
    static Desk of(Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("demo/demo-signer.p12");
        List<String> release = List.of(
                "export POS_NO_BUILD=yes POS_DATA=" + keys.getParent(),
                "mv $(" + PROJECT.resolve("pos") + " release) .",
                CERTIFICATE.formatted(keys));
        Shell.succeed(folder, release);
        try (var files = Files.list(folder)) {
            Path demo = files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
            Path zip = demo.resolveSibling(demo.getFileName().toString().replace("-demo", ""));
            Files.move(demo, zip);
            String readme = new String(Archive.read(Files.readAllBytes(zip)).get("README.md"), StandardCharsets.UTF_8);
            return new Desk(folder, zip, new Words(readme));
        }
    }

    /** As the words say: verified and unpacked, with the configuration filled in. */
    Desk unpacked() throws IOException, InterruptedException, GeneralSecurityException {
        Shell.succeed(folder, words.under("Verify, then unpack", "sh"));
        Path settings = folder.resolve("smartum/etc/io.kassa.smartum-shop.cfg");
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp521r1"));
        String key = "-----BEGIN PUBLIC KEY-----"
                + Base64.getEncoder()
                        .encodeToString(keys.generateKeyPair().getPublic().getEncoded())
                + "-----END PUBLIC KEY-----";
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("smartumApiPublicKey =", "smartumApiPublicKey = " + key)
                        .replace("smartumClientId =", "smartumClientId = till")
                        .replace("smartumVenueId =", "smartumVenueId = ven_pDmadXvNHA6XWoew")
                        .replace("smartumBenefitType =", "smartumBenefitType = sport")
                        .replace("ProductLabel =", "ProductLabel = sports"));
        return this;
    }
}
