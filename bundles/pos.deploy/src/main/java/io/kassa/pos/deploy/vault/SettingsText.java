package io.kassa.pos.deploy.vault;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Settings of Configuration Admin as text, with their types: what a roll-back puts back. Secrets are only references there. */
final class SettingsText {

    private static final char FIELD = '\u001f';

    private SettingsText() {}

    static String write(Map<String, Map<String, Object>> settings) throws IOException {
        Properties properties = new Properties();
        settings.forEach((pid, values) ->
                values.forEach((key, value) -> properties.setProperty(pid + FIELD + key, encoded(value))));
        settings.keySet().forEach(pid -> properties.setProperty(pid + FIELD, ""));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    static Map<String, Map<String, Object>> read(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, Map<String, Object>> settings = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            String pid = name.substring(0, name.indexOf(FIELD));
            String key = name.substring(name.indexOf(FIELD) + 1);
            Map<String, Object> values = settings.computeIfAbsent(pid, unused -> new TreeMap<>());
            if (!key.isEmpty()) {
                values.put(key, decoded(properties.getProperty(name)));
            }
        }
        return settings;
    }

    private static String encoded(Object value) {
        if (value.getClass().isArray()) {
            StringBuilder all =
                    new StringBuilder("[" + value.getClass().getComponentType().getName());
            for (int i = 0; i < Array.getLength(value); i++) {
                all.append(FIELD).append(Array.get(value, i));
            }
            return all.toString();
        }
        return value.getClass().getName() + FIELD + value;
    }

    private static Object decoded(String text) {
        String[] fields = text.split(String.valueOf(FIELD), -1);
        if (!fields[0].startsWith("[")) {
            return value(fields[0], fields[1]);
        }
        Class<?> type = type(fields[0].substring(1));
        Object array = Array.newInstance(type, fields.length - 1);
        for (int i = 1; i < fields.length; i++) {
            Array.set(array, i - 1, value(type.getName(), fields[i]));
        }
        return array;
    }

    private static Class<?> type(String name) {
        return switch (name) {
            case "int" -> int.class;
            case "long" -> long.class;
            case "boolean" -> boolean.class;
            case "java.lang.Integer" -> Integer.class;
            case "java.lang.Long" -> Long.class;
            case "java.lang.Boolean" -> Boolean.class;
            case "java.lang.String" -> String.class;
            default -> throw new IllegalArgumentException("A setting of type " + name + " cannot be kept");
        };
    }

    private static Object value(String type, String text) {
        Class<?> wanted = type(type);
        if (wanted == int.class || wanted == Integer.class) {
            return Integer.valueOf(text);
        }
        if (wanted == long.class || wanted == Long.class) {
            return Long.valueOf(text);
        }
        return wanted == String.class ? text : (Object) Boolean.valueOf(text);
    }
}
