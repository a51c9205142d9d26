package io.kassa.smartum.core.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object that was read strictly. Its readers ask for a member of one type; any other type is {@link Unfit}, so that
 * {@code "1000"} or {@code 10.0} never becomes an amount.
 */
public final class JsonObject {
    private final Map<String, Object> members;

    JsonObject(Map<String, Object> members) {
        this.members = members;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public String string(String name) throws Unfit {
        return optionalString(name).orElseThrow(() -> new Unfit(name + " is missing"));
    }

    public Optional<String> optionalString(String name) throws Unfit {
        return member(name, String.class, "text");
    }

    /** An integer written as one: no fraction, no exponent, and within 64 bits. */
    public long integer(String name) throws Unfit {
        return optionalInteger(name).orElseThrow(() -> new Unfit(name + " is missing"));
    }

    public Optional<Long> optionalInteger(String name) throws Unfit {
        return member(name, Long.class, "an integer");
    }

    public JsonObject object(String name) throws Unfit {
        return member(name, JsonObject.class, "an object").orElseThrow(() -> new Unfit(name + " is missing"));
    }

    public List<JsonObject> objects(String name) throws Unfit {
        List<?> elements = member(name, List.class, "a list").orElseThrow(() -> new Unfit(name + " is missing"));
        for (Object element : elements) {
            if (!(element instanceof JsonObject)) {
                throw new Unfit(name + " holds something else than objects");
            }
        }
        return elements.stream().map(JsonObject.class::cast).toList();
    }

    private <T> Optional<T> member(String name, Class<T> type, String expected) throws Unfit {
        if (!members.containsKey(name)) {
            return Optional.empty();
        }
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new Unfit(name + " is not " + expected);
        }
        return Optional.of(type.cast(value));
    }

    /** Names only: the values may be secret. */
    @Override
    public String toString() {
        return "JsonObject" + members.keySet();
    }
}
