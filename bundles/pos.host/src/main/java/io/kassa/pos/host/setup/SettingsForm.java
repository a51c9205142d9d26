package io.kassa.pos.host.setup;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one kind of plug-in, generated from its metatype: the host knows none of them itself.
 *
 * @param factoryPid the kind
 * @param fields in the order of the page
 * @param configurations those that exist
 */
public record SettingsForm(
        String factoryPid, Message name, Message description, List<Field> fields, List<Configured> configurations) {

    /**
     * @param type {@code text}, {@code password} (write-only), {@code integer}, {@code boolean}, {@code choice} or {@code lines}
     *     (several texts, or one that has lines, as PEM has)
     * @param advanced whether it has a good default and stands in the Advanced group
     */
    public record Field(
            String key,
            String type,
            Message name,
            Message description,
            boolean required,
            boolean advanced,
            List<String> defaults,
            List<Option> options) {}

    public record Option(String value, Message name) {}

    /**
     * @param id the host's name for the configuration
     * @param values as stored; never a secret, nor its reference
     * @param secretsSet the keys of the secrets that are set
     * @param method the payment method that it makes, if its plug-in says so
     * @param findings what is wrong with it now
     */
    public record Configured(
            String id,
            Map<String, List<String>> values,
            Set<String> secretsSet,
            Optional<String> method,
            List<Finding> findings) {}
}
