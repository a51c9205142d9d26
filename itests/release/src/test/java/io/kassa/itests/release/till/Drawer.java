package io.kassa.itests.release.till;

import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.spi.settings.SecretSource;
import java.util.Optional;

/** Knows the one secret that the configuration refers to. */
final class Drawer implements SecretSource {

    @Override
    public Optional<Secret> resolve(String reference) {
        return reference.equals("$[secret:smartumClientSecret]")
                ? Optional.of(new Secret("a secret"))
                : Optional.empty();
    }
}
