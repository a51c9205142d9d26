package io.kassa.pos.web.json;

import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.Step;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The member {@code kind} that tells the variants of a sealed type apart. */
final class Kinds {

    static final String MEMBER = "kind";

    /** Kind to class, found once a sealed type. */
    private static final ClassValue<Map<String, Class<?>>> VARIANTS = new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> sealed) {
            return Arrays.<Class<?>>stream(sealed.getPermittedSubclasses())
                    .collect(Collectors.toUnmodifiableMap(Kinds::name, variant -> variant));
        }
    };

    private Kinds() {}

    /** What a variant is called in JSON, where its type has variants. */
    static Optional<String> of(Object value) {
        return value instanceof Step || value instanceof Answer
                ? Optional.of(name(value.getClass()))
                : Optional.empty();
    }

    static Optional<Class<?>> variant(Class<?> sealed, String kind) {
        return Optional.ofNullable(VARIANTS.get(sealed).get(kind));
    }

    private static String name(Class<?> variant) {
        String name = variant.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
