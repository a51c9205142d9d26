package io.kassa.pos.spi.settings;

import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.text.Message;
import java.util.Objects;
import java.util.Optional;

/**
 * One result of a check.
 *
 * @param subject the key of the setting it belongs to, or the name of the test, such as {@code reachable}, {@code tls},
 *     {@code token}, {@code venue}, {@code key}, {@code clock}, {@code contract}
 * @param advice what to do about it, for every severity but {@code OK}
 * @param label a product label that the settings name: a host warns when no product of its catalogue carries it
 */
public record Finding(
        String subject, Severity severity, Message result, Optional<Message> advice, Optional<ProductLabel> label) {

    public enum Severity {
        OK,
        /** Not run, because something it needs failed before. */
        SKIPPED,
        /** May be stored; a person should look at it. */
        WARNING,
        /** Must not be stored; the method does not work with it. */
        ERROR
    }

    public Finding {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(label, "label");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
