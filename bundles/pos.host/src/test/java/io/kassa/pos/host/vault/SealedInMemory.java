package io.kassa.pos.host.vault;

import java.util.Map;
import java.util.Optional;

/** Where secrets are kept, each sealed, under its name. */
public record SealedInMemory(Map<String, String> sealed) implements Secrets.Store {

    @Override
    public Optional<String> sealed(String name) {
        return Optional.ofNullable(sealed.get(name));
    }

    @Override
    public void keep(String name, String ciphertext) {
        sealed.put(name, ciphertext);
    }

    @Override
    public void forget(String name) {
        sealed.remove(name);
    }
}
