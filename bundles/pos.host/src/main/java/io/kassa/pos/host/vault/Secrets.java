package io.kassa.pos.host.vault;

import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.spi.settings.SecretSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that are kept sealed in the books, those of the environment, and those of drafts, which are kept in memory while
 * they are looked at and nowhere else.
 */
public final class Secrets implements SecretSource {

    /** Only variables whose names begin like this are secrets for plug-ins: the till's own, and the system's, are not. */
    public static final String ENVIRONMENT = "KASSA_SECRET_";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\[(secret|env):([^\\[\\]]{1,200})]");

    /** Where sealed secrets are kept, by name. */
    public interface Store {
        Optional<String> sealed(String name);

        void keep(String name, String ciphertext);

        void forget(String name);
    }

    private final Vault vault;
    private final Store store;
    private final Function<String, Optional<String>> environment;
    private final Map<String, Secret> drafts = new ConcurrentHashMap<>();

    public Secrets(Vault vault, Store store, Function<String, Optional<String>> environment) {
        this.vault = vault;
        this.store = store;
        this.environment = environment;
    }

    @Override
    public Optional<Secret> resolve(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(2);
        if (matcher.group(1).equals("env")) {
            return Optional.of(name)
                    .filter(variable -> variable.startsWith(ENVIRONMENT))
                    .flatMap(environment)
                    .map(Secret::new);
        }
        Secret draft = drafts.get(name);
        return draft != null
                ? Optional.of(draft)
                : store.sealed(name)
                        .flatMap(text -> vault.open(text, context(name)))
                        .map(Secret::new);
    }

    /** Whether that text names a variable of the environment; such a text is no secret itself. */
    public static boolean isEnvironment(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.matches() && matcher.group(1).equals("env");
    }

    /** Keeps a secret, and returns the reference to it. */
    public String keep(String name, Secret secret) {
        store.keep(name, vault.seal(secret.reveal(), context(name)));
        return reference(name);
    }

    public void forget(String name) {
        store.forget(name);
    }

    /** Holds a secret in memory under a name that nobody can guess, until the draft is closed. */
    public String draft(Secret secret) {
        String name = "draft-" + UUID.randomUUID();
        drafts.put(name, secret);
        return reference(name);
    }

    public void closeDraft(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (matcher.matches()) {
            drafts.remove(matcher.group(2));
        }
    }

    private static String reference(String name) {
        return "$[secret:" + name + "]";
    }

    private static String context(String name) {
        return "secret " + name;
    }
}
