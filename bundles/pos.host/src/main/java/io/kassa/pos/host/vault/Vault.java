package io.kassa.pos.host.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals short texts with AES-256-GCM under a key in a file outside the books: whoever has only the database, or a backup of
 * it, reads nothing.
 */
public final class Vault {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private Vault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** With a key that nobody keeps: what it sealed is never opened again once it is gone. */
    public static Vault passing() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Vault(key);
    }

    /** Opens the key file, or makes one that only its owner can read. */
    public static Vault at(Path file) {
        try {
            Files.createDirectories(file.getParent(), only("rwx------"));
            if (!Files.exists(file)) {
                create(file);
            }
            return new Vault(key(Files.readString(file, StandardCharsets.US_ASCII)
                            .strip())
                    .orElseThrow(() -> new IOException(
                            "it holds no key. Put the backup of it there; what was sealed is read with nothing else")));
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<byte[]> key(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text)).filter(key -> key.length == KEY_BYTES);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** @param context what the text belongs to; the same is needed to open it */
    public String seal(String text, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] tagged = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = new byte[nonce.length + tagged.length];
            System.arraycopy(nonce, 0, all, 0, nonce.length);
            System.arraycopy(tagged, 0, all, nonce.length, tagged.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** Empty when it was sealed under another key or context, or was changed. */
    public Optional<String> open(String ciphertext, String context) {
        byte[] all = Base64.getDecoder().decode(ciphertext);
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        try {
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path fresh = Files.createTempFile(file.getParent(), "key", ".new", only("rw-------"));
        Files.writeString(fresh, Base64.getEncoder().encodeToString(key), StandardOpenOption.SYNC);
        try {
            // a link is made only where nothing stands: of two hosts that start at once, one key wins
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // the other one was faster; its key is read
        } finally {
            Files.delete(fresh);
        }
    }

    /** For its owner alone, where the file system knows owners. */
    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
