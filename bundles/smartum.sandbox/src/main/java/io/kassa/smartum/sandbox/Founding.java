package io.kassa.smartum.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kassa.smartum.sandbox.api.Credentials;
import io.kassa.smartum.sandbox.books.Ids;
import io.kassa.smartum.sandbox.books.Json;
import io.kassa.smartum.sandbox.receipt.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/** What is made once per folder and never changes: the signing key and the API client. */
record Founding(Keys keys, Credentials client) {
    private static final String FILE = "founding.json";

    static Founding of(Optional<Path> folder, SecureRandom random) {
        try {
            Optional<Path> file = folder.map(path -> path.resolve(FILE));
            if (file.isPresent() && Files.exists(file.get())) {
                return read(file.get());
            }
            Ids ids = new Ids(random);
            Founding made = new Founding(Keys.p521(random), new Credentials(ids.id("client_"), ids.secret()));
            if (file.isPresent()) {
                made.write(file.get());
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Founding read(Path file) throws IOException {
        Map<String, String> texts = Json.mapper().readValue(file.toFile(), new TypeReference<>() {});
        return new Founding(
                Keys.of(texts.get("publicKey"), texts.get("secretKey")),
                new Credentials(texts.get("clientId"), texts.get("clientSecret")));
    }

    /** For this user's eyes only, and whole or not at all. */
    private void write(Path file) throws IOException {
        byte[] text = Json.mapper()
                .writeValueAsBytes(Map.of(
                        "publicKey", keys.publicPem(),
                        "secretKey", keys.secretPem(),
                        "clientId", client.clientId(),
                        "clientSecret", client.clientSecret()));
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), FILE, ".part");
        if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(part, text);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
