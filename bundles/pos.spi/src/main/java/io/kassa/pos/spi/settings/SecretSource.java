package io.kassa.pos.spi.settings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where secrets are looked up. Settings, service and component properties hold only a reference; a plug-in resolves it at the
 * moment of use and keeps nothing, so that a rotated secret works at once.
 */
@ProviderType
public interface SecretSource {

    /**
     * @param reference {@code $[secret:NAME]} for a secret kept by the host, {@code $[env:NAME]} for one in its environment
     * @return empty when the reference has another form or names nothing: an error of the settings
     * @throws io.kassa.pos.spi.ledger.LedgerUnavailableException when it cannot be looked up just now
     */
    Optional<Secret> resolve(String reference);
}
