package io.kassa.pos.web;

import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.text.Message;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One value of any type of the host's facade, with everything filled in that can be. */
final class Samples {

    private Samples() {}

    static Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted == Step.class) {
            return of(Step.EnterAmount.class);
        }
        if (wanted.isEnum()) {
            return wanted.getEnumConstants()[0];
        }
        Map<Class<?>, Object> simple = Map.of(
                String.class,
                "text",
                long.class,
                2L,
                int.class,
                1,
                boolean.class,
                true,
                Instant.class,
                Instant.parse("2026-05-04T10:00:00Z"),
                Currency.class,
                Currency.getInstance("EUR"),
                AttemptId.class,
                new AttemptId("attempt-1"),
                SaleId.class,
                new SaleId("R1-000001"),
                Message.class,
                new Message("some.text", List.of(), Map.of("en", "text", "fi", "teksti", "sv", "text")));
        return simple.containsKey(wanted) ? simple.get(wanted) : record(wanted);
    }

    private static Object generic(Class<?> raw, Type[] arguments) {
        Object first = of(arguments[0]);
        if (raw == Optional.class) {
            return Optional.of(first);
        }
        if (raw == List.class) {
            return List.of(first);
        }
        return raw == Set.class ? Set.of(first) : Map.of(first, of(arguments[1]));
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> of(component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }
}
