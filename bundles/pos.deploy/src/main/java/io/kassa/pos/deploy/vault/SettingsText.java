package io.kassa.pos.deploy.vault;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Settings of Configuration Admin as text, with their types: what a roll-back puts back. Secrets are only references there. A
 * value is written as {@code kind type element element ...}, each URL-encoded, so that no character has a meaning.
 */
final class SettingsText {

    private static final String ONE = "one";
    private static final String ARRAY = "array";
    private static final String COLLECTION = "collection";
    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "int",
            int.class,
            "long",
            long.class,
            "short",
            short.class,
            "byte",
            byte.class,
            "char",
            char.class,
            "boolean",
            boolean.class,
            "float",
            float.class,
            "double",
            double.class);

    private SettingsText() {}

    static String write(Map<String, Map<String, Object>> settings) throws IOException {
        Properties properties = new Properties();
        settings.forEach((pid, values) -> {
            properties.setProperty(encoded(pid), "");
            values.forEach((key, value) -> properties.setProperty(encoded(pid) + " " + encoded(key), written(value)));
        });
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    static Map<String, Map<String, Object>> read(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, Map<String, Object>> settings = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            String[] parts = name.split(" ", 2);
            Map<String, Object> values = settings.computeIfAbsent(plain(parts[0]), unused -> new TreeMap<>());
            if (parts.length == 2) {
                values.put(plain(parts[1]), read(properties.getProperty(name).split(" ", -1)));
            }
        }
        return settings;
    }

    private static String written(Object value) {
        List<String> fields = new ArrayList<>();
        if (value.getClass().isArray()) {
            fields.addAll(List.of(ARRAY, value.getClass().getComponentType().getName()));
            for (int i = 0; i < Array.getLength(value); i++) {
                fields.add(String.valueOf(Array.get(value, i)));
            }
        } else if (value instanceof Collection<?> all) {
            Class<?> type = all.isEmpty() ? String.class : all.iterator().next().getClass();
            fields.addAll(List.of(COLLECTION, type.getName()));
            all.forEach(element -> fields.add(element.toString()));
        } else {
            fields.addAll(List.of(ONE, value.getClass().getName(), value.toString()));
        }
        return String.join(" ", fields.stream().map(SettingsText::encoded).toList());
    }

    private static Object read(String[] fields) {
        List<Object> elements = Arrays.stream(fields)
                .skip(2)
                .map(field -> value(plain(fields[1]), plain(field)))
                .toList();
        if (fields[0].equals(ONE)) {
            return elements.get(0);
        }
        if (fields[0].equals(COLLECTION)) {
            return new ArrayList<>(elements);
        }
        Object array = Array.newInstance(type(plain(fields[1])), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }

    private static Class<?> type(String name) {
        Class<?> primitive = PRIMITIVES.get(name);
        return primitive == null ? value(name, "0").getClass() : primitive;
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "java.lang.String" -> text;
            case "int", "java.lang.Integer" -> Integer.valueOf(text);
            case "long", "java.lang.Long" -> Long.valueOf(text);
            case "short", "java.lang.Short" -> Short.valueOf(text);
            case "byte", "java.lang.Byte" -> Byte.valueOf(text);
            case "char", "java.lang.Character" -> text.charAt(0);
            case "boolean", "java.lang.Boolean" -> Boolean.valueOf(text);
            case "float", "java.lang.Float" -> Float.valueOf(text);
            case "double", "java.lang.Double" -> Double.valueOf(text);
            default -> throw new IllegalArgumentException("No setting is of type " + type);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
