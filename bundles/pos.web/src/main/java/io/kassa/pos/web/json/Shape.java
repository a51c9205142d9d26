package io.kassa.pos.web.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a record is made of, found by reflection once a class, and kept by that class: records of other bundles keep it until they
 * are replaced as well.
 *
 * @param made what its components make it with
 */
record Shape(List<Part> parts, Constructor<?> made) {

    /** One component: a member in JSON. */
    record Part(SerializableString name, Type type, boolean optional, Method accessor) {

        static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(
                    new SerializedString(component.getName()),
                    component.getGenericType(),
                    component.getType() == Optional.class,
                    accessor);
        }

        Object of(Record value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor.toString(), e);
            }
        }
    }

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return found(type);
        }
    };

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Shape found(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> made = type.getDeclaredConstructor(types);
            made.setAccessible(true);
            return new Shape(Arrays.stream(components).map(Part::of).toList(), made);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }

    /** @throws IllegalArgumentException when the record itself refuses its values */
    Object make(Object[] values) {
        try {
            return made.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("A record refused its values", refused.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(made.toString(), e);
        }
    }
}
