package io.kassa.pos.spi.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One text in every shipped language. It is stored whole: a receipt outlives the plug-in that wrote it, and cashiers switch
 * the language while a message stands on the screen.
 *
 * @param code stable name of the text, such as {@code receipt.other-venue}; for tests, metrics and support
 * @param arguments what was filled in, as it was written in the fallback language; never a secret or a scanned code
 * @param texts language tag ({@code en}, {@code fi}, {@code sv}, ...) to finished text; never empty
 */
public record Message(String code, List<String> arguments, Map<String, String> texts) {

    public static final String FALLBACK = "en";

    public Message {
        arguments = List.copyOf(arguments);
        texts = Map.copyOf(texts);
        if (code.isBlank() || texts.isEmpty()) {
            throw new IllegalArgumentException("A message needs a code and at least one text");
        }
    }

    /** The text in that language, else in English, else in any language there is. */
    public String in(Locale language) {
        String text = texts.get(language.getLanguage());
        if (text == null) {
            text = texts.get(FALLBACK);
        }
        return text == null ? texts.values().iterator().next() : text;
    }
}
