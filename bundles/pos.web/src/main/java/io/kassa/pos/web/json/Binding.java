package io.kassa.pos.web.json;

import io.kassa.pos.spi.payment.AttemptId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes records of a tree of maps, lists, texts, integers and booleans. */
final class Binding {

    private Binding() {}

    static Object bind(Object tree, Type type, String place) throws NotUnderstood {
        if (type instanceof ParameterizedType generic) {
            return generic(tree, generic.getRawType(), generic.getActualTypeArguments(), place);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted == boolean.class) {
            return the(Boolean.class, tree, place);
        }
        if (wanted == long.class) {
            return the(Long.class, tree, place);
        }
        if (wanted == int.class) {
            long value = the(Long.class, tree, place);
            check(value == (int) value, place);
            return (int) value;
        }
        if (wanted.isSealed() || wanted.isRecord() && wanted != AttemptId.class) {
            return record(members(tree, place), wanted, place);
        }
        return named(the(String.class, tree, place), wanted, place);
    }

    private static Object generic(Object tree, Type raw, Type[] arguments, String place) throws NotUnderstood {
        if (raw == Optional.class) {
            return Optional.of(bind(tree, arguments[0], place));
        }
        if (raw == Map.class) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (Map.Entry<String, Object> entry : members(tree, place).entrySet()) {
                Object key = named(entry.getKey(), (Class<?>) arguments[0], place);
                Object before = entries.put(key, bind(entry.getValue(), arguments[1], place + "{}"));
                check(before == null, place);
            }
            return entries;
        }
        List<Object> values = new ArrayList<>();
        for (Object each : the(List.class, tree, place)) {
            values.add(bind(each, arguments[0], place + "[]"));
        }
        Set<Object> set = new LinkedHashSet<>(values);
        check(raw == List.class || set.size() == values.size(), place);
        return raw == List.class ? values : set;
    }

    private static Object record(Map<String, Object> members, Class<?> type, String place) throws NotUnderstood {
        Map<String, Object> left = new HashMap<>(members);
        Class<?> made = type;
        if (type.isSealed()) {
            String kind = the(String.class, left.remove(Kinds.MEMBER), inside(place, Kinds.MEMBER));
            made = Kinds.variant(type, kind).orElseThrow(() -> new NotUnderstood(inside(place, Kinds.MEMBER)));
        }
        Shape shape = Shape.of(made);
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            Shape.Part part = shape.parts().get(i);
            String name = part.name().getValue();
            values[i] = part.optional() && !left.containsKey(name)
                    ? Optional.empty()
                    : bind(left.remove(name), part.type(), inside(place, name));
        }
        check(left.isEmpty(), place);
        try {
            return shape.make(values);
        } catch (IllegalArgumentException refused) {
            throw new NotUnderstood(place);
        }
    }

    private static Object named(String text, Class<?> type, String place) throws NotUnderstood {
        try {
            if (type == Integer.class) {
                return Integer.valueOf(text);
            }
            if (type == AttemptId.class) {
                return new AttemptId(text);
            }
            if (type == Currency.class) {
                return Currency.getInstance(text);
            }
        } catch (IllegalArgumentException refused) {
            throw new NotUnderstood(place);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new NotUnderstood(place));
        }
        check(type == String.class, place);
        return text;
    }

    @SuppressWarnings("unchecked") // JsonReader makes no other maps
    private static Map<String, Object> members(Object tree, String place) throws NotUnderstood {
        return the(Map.class, tree, place);
    }

    private static <T> T the(Class<T> type, Object tree, String place) throws NotUnderstood {
        check(type.isInstance(tree), place);
        return type.cast(tree);
    }

    private static void check(boolean sound, String place) throws NotUnderstood {
        if (!sound) {
            throw new NotUnderstood(place);
        }
    }

    private static String inside(String place, String member) {
        return place.isEmpty() ? member : place + "." + member;
    }
}
