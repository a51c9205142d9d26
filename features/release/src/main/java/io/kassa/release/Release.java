package io.kassa.release;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the release of the plug-in out of what was built: one zip, signed as a jar is, that holds the signed plug-in, all that it
 * needs, and the words that install it.
 */
public final class Release {

    static final String DEMO_NOTE = "SIGNED-WITH-A-DEMO-KEY.txt";

    private static final String PASSWORD = "POS_KEY_PASSWORD";
    private static final String NO_RELEASE = """
            This zip was signed with a key that was made on somebody's desk, and that only their demo trusts.
            It is for trying out, and for comparing. Install no shop from it.
            """;

    private Release() {}

    /**
     * The project's folder, the key store, the alias of the key and, in any order, {@code --demo}, {@code --tsa URL} and
     * {@code --compare ZIP}. The password of the key store is taken from the environment.
     */
    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments).subList(3, arguments.length);
        Signer signer = signer(Path.of(arguments[1]), arguments[2], after("--tsa", options));
        Parts parts = Parts.of(Path.of(arguments[0]));
        byte[] zip = zip(parts, signer, options.contains("--demo"));
        Optional<Path> released = after("--compare", options).map(Path::of);
        if (released.isPresent()) {
            compare(zip, Files.readAllBytes(released.get()));
        } else {
            String name = "smartum-" + parts.version() + (options.contains("--demo") ? "-demo" : "") + ".zip";
            System.out.println(write(Path.of(arguments[0], "features/release/target", name), zip));
        }
    }

    private static Signer signer(Path keys, String alias, Optional<String> timestamps) {
        String password = Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
        try {
            return Signer.of(keys, alias, password.toCharArray(), timestamps.map(URI::create));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw failed("The key cannot be used. " + e.getMessage());
        }
    }

    private static byte[] zip(Parts parts, Signer signer, boolean demo) throws IOException {
        Map<String, byte[]> files = parts.files();
        files.put(parts.plugIn(), plugIn(files.get(parts.plugIn()), signer));
        parts.pack();
        if (demo) {
            files.put(DEMO_NOTE, NO_RELEASE.getBytes(StandardCharsets.UTF_8));
        }
        files.put(Sums.NAME, Sums.of(files));
        return Archive.write(signer.sign(files));
    }

    /** Small, and signed. What it was made of stands in its SBOM, and not once more in what Maven says of it. */
    private static byte[] plugIn(byte[] jar, Signer signer) throws IOException {
        Map<String, byte[]> files = Archive.read(jar);
        files.keySet().removeIf(name -> name.startsWith("META-INF/maven/"));
        return Archive.write(signer.sign(files));
    }

    private static void compare(byte[] zip, byte[] released) throws IOException {
        List<String> differences = Comparison.of(zip, released);
        differences.forEach(System.out::println);
        if (!differences.isEmpty()) {
            throw failed("This checkout does not give that release; see above.");
        }
        System.out.println("The same, but for the signature.");
    }

    /** Ends the program. */
    private static IllegalStateException failed(String why) {
        System.err.println("pos: " + why);
        System.exit(1);
        return new IllegalStateException(why);
    }

    /** Whole in one moment. */
    private static Path write(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(beside, content);
        return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<String> after(String option, List<String> options) {
        int at = options.indexOf(option);
        return at < 0 ? Optional.empty() : Optional.of(options.get(at + 1));
    }
}
