package io.kassa.pos.host.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.spi.settings.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    @TempDir
    Path folder;

    @Test
    void whatIsSealedIsOpenedInItsContextOnlyAndWithItsKeyOnly() {
        Vault vault = Vault.at(folder.resolve("keys/a.key"));
        String sealed = vault.seal("tx_secret", "attempt#1");
        assertThat(sealed).doesNotContain("tx_secret").isNotEqualTo(vault.seal("tx_secret", "attempt#1"));
        assertThat(vault.open(sealed, "attempt#1")).contains("tx_secret");
        assertThat(vault.open(sealed, "attempt#2")).isEmpty();
        assertThat(Vault.at(folder.resolve("keys/a.key")).open(sealed, "attempt#1"))
                .contains("tx_secret");
        assertThat(Vault.at(folder.resolve("keys/b.key")).open(sealed, "attempt#1"))
                .isEmpty();
    }

    @Test
    void onlyItsOwnerReadsTheKeyFile() throws Exception {
        Path file = folder.resolve("keys/a.key");
        Vault.at(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void secretsAreFoundByReferenceAndDraftsEnd() {
        Secrets secrets = secrets();
        String kept = secrets.keep("plugin.one", new Secret("hush"));
        assertThat(kept).isEqualTo("$[secret:plugin.one]");
        assertThat(secrets.resolve(kept).map(Secret::reveal)).contains("hush");
        String draft = secrets.draft(new Secret("typed"));
        assertThat(secrets.resolve(draft).map(Secret::reveal)).contains("typed");
        secrets.closeDraft(draft);
        assertThat(secrets.resolve(draft)).isEmpty();
        assertThat(secrets.resolve("$[env:KASSA_SECRET_TOKEN]").map(Secret::reveal))
                .contains("from the environment");
        assertThat(secrets.resolve("$[env:PATH]"))
                .as("a variable that was not meant for plug-ins")
                .isEmpty();
        assertThat(secrets.resolve("hush")).isEmpty();
        assertThat(secrets.resolve("$[secret:other]")).isEmpty();
    }

    private Secrets secrets() {
        Secrets.Store store = new SealedInMemory(new HashMap<>());
        return new Secrets(Vault.at(folder.resolve("keys/s.key")), store, name -> Optional.of("from the environment"));
    }
}
