package io.kassa.pos.shell.start;

import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.spi.settings.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets in files that only the till's user can read, {@code $[secret:NAME]}, and in the environment, {@code $[env:NAME]}; there
 * only under names that say that they are meant for plug-ins.
 */
final class ShellSecrets implements SecretSource {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\[(?:secret:([A-Za-z0-9_-]{1,100})|env:(KASSA_SECRET_[A-Z0-9_]{1,100}))]");

    private final Path folder;
    private final UnaryOperator<String> environment;

    /** @param environment such as {@code System::getenv} */
    ShellSecrets(Path folder, UnaryOperator<String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Read anew each time, so that a rotated secret works at once. */
    @Override
    public Optional<Secret> resolve(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> text = Optional.ofNullable(matcher.group(1))
                .map(this::kept)
                .orElseGet(() -> Optional.ofNullable(environment.apply(matcher.group(2))));
        return text.filter(secret -> !secret.isBlank()).map(Secret::new);
    }

    private Optional<String> kept(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
