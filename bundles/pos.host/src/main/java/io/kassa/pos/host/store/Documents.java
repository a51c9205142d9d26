package io.kassa.pos.host.store;

import io.kassa.pos.host.json.Json;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values that are kept whole in one column: what people read, and what plug-ins want to see again. */
final class Documents {

    private Documents() {}

    static String of(Message message) {
        return Json.write(tree(message));
    }

    static String of(Guidance guidance) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("happened", tree(guidance.happened()));
        tree.put("money", tree(guidance.money()));
        tree.put("next", tree(guidance.next()));
        return Json.write(tree);
    }

    static String ofMessages(List<Message> messages) {
        return Json.write(messages.stream().map(Documents::tree).toList());
    }

    static String ofTexts(Map<String, String> texts) {
        return Json.write(new TreeMap<>(texts));
    }

    static String ofNames(Set<String> names) {
        return Json.write(new ArrayList<>(new TreeSet<>(names)));
    }

    static String ofList(List<String> names) {
        return Json.write(names);
    }

    static String ofNumbers(Set<Integer> numbers) {
        return Json.write(new ArrayList<>(new TreeSet<>(numbers)));
    }

    static Message message(String document) {
        return message(map(Json.read(document)));
    }

    static Guidance guidance(String document) {
        Map<String, Object> tree = map(Json.read(document));
        return new Guidance(
                message(map(tree.get("happened"))), message(map(tree.get("money"))), message(map(tree.get("next"))));
    }

    static List<Message> messages(String document) {
        return list(Json.read(document)).stream()
                .map(tree -> message(map(tree)))
                .toList();
    }

    static Map<String, String> texts(String document) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(Json.read(document)).forEach((key, value) -> texts.put(key, (String) value));
        return texts;
    }

    static List<String> names(String document) {
        return list(Json.read(document)).stream().map(String.class::cast).toList();
    }

    static Set<Integer> numbers(String document) {
        Set<Integer> numbers = new TreeSet<>();
        list(Json.read(document)).forEach(number -> numbers.add(Math.toIntExact((Long) number)));
        return numbers;
    }

    private static Map<String, Object> tree(Message message) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", message.code());
        tree.put("arguments", message.arguments());
        tree.put("texts", new TreeMap<>(message.texts()));
        return tree;
    }

    private static Message message(Map<String, Object> tree) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(tree.get("texts")).forEach((language, text) -> texts.put(language, (String) text));
        return new Message(
                (String) tree.get("code"),
                list(tree.get("arguments")).stream().map(String.class::cast).toList(),
                texts);
    }

    @SuppressWarnings("unchecked") // every key of a document is a text
    private static Map<String, Object> map(Object tree) {
        return (Map<String, Object>) tree;
    }

    private static List<?> list(Object tree) {
        return (List<?>) tree;
    }
}
