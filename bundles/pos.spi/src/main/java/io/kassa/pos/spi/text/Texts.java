package io.kassa.pos.spi.text;

import io.kassa.pos.spi.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A catalogue of texts: one UTF-8 properties file a language beside a class, {@code NAME_en.properties} and so on. Every file
 * has the same keys, else loading fails: a text that is missing in one language is a bug found at start, not at the counter.
 *
 * <p>{@code {0}} stands for the first argument. {@link Money} and {@link Instant} are written as the language writes them, and
 * a {@link Message} as its own text in that language; apostrophes mean nothing special.
 */
public final class Texts {

    public static final List<String> LANGUAGES = List.of("en", "fi", "sv");

    private static final Map<String, Locale> LOCALES =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Locale::forLanguageTag));

    private static final Map<Locale, NumberFormat> AMOUNTS = LOCALES.values().stream()
            .collect(Collectors.toUnmodifiableMap(language -> language, NumberFormat::getCurrencyInstance));

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Map<String, Map<String, String>> byLanguage;
    private final ZoneId zone;
    /** Those that say the same each time. */
    private final Map<String, Message> fixed = new ConcurrentHashMap<>();

    private Texts(Map<String, Map<String, String>> byLanguage, ZoneId zone) {
        this.byLanguage = byLanguage;
        this.zone = zone;
    }

    /**
     * Loads the files that lie beside {@code anchor}.
     *
     * @param zone the zone in which points in time are written
     * @throws IllegalStateException when a file is missing or the keys differ
     */
    public static Texts beside(Class<?> anchor, String name, ZoneId zone) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            all.put(language, load(anchor, name + "_" + language + ".properties"));
        }
        Map<String, String> first = all.get(LANGUAGES.get(0));
        all.forEach((language, texts) -> {
            if (!texts.keySet().equals(first.keySet())) {
                throw new IllegalStateException("Texts of " + name + " differ in " + language + ": "
                        + difference(first, texts) + difference(texts, first));
            }
        });
        return new Texts(all, zone);
    }

    /**
     * @param arguments {@link Money}, {@link Instant}, {@link Message}, numbers or text
     * @throws IllegalArgumentException when no text has that code
     */
    public Message message(String code, Object... arguments) {
        return arguments.length == 0 ? fixed.computeIfAbsent(code, this::make) : make(code, arguments);
    }

    private Message make(String code, Object... arguments) {
        Map<String, String> texts = new TreeMap<>();
        byLanguage.forEach((language, all) -> {
            String pattern = all.get(code);
            if (pattern == null) {
                throw new IllegalArgumentException("No text " + code);
            }
            texts.put(language, fill(pattern, LOCALES.get(language), arguments));
        });
        List<String> written = new ArrayList<>();
        for (Object argument : arguments) {
            written.add(write(argument, LOCALES.get(Message.FALLBACK)));
        }
        return new Message(code, written, texts);
    }

    /** The codes that a catalogue holds, for a test that nothing is left unused. */
    public Iterable<String> codes() {
        return byLanguage.get(Message.FALLBACK).keySet();
    }

    private String fill(String pattern, Locale language, Object... arguments) {
        return PLACE.matcher(pattern)
                .replaceAll(place ->
                        Matcher.quoteReplacement(write(arguments[Integer.parseInt(place.group(1))], language)));
    }

    private String write(Object argument, Locale language) {
        if (argument instanceof Money money) {
            return write(money, language);
        }
        if (argument instanceof Message message) {
            return message.in(language);
        }
        if (argument instanceof Instant instant) {
            // a language alone has no customs of writing times: take those of the country the till stands in
            Locale customs = language.getLanguage().equals(Message.FALLBACK)
                    ? Locale.UK
                    : new Locale.Builder().setLocale(language).setRegion("FI").build();
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                    .withLocale(customs)
                    .withZone(zone)
                    .format(instant);
        }
        return String.valueOf(argument);
    }

    /** The amount as that language writes it, such as {@code €10.00} or {@code 10,00 €}. */
    public static String write(Money money, Locale language) {
        NumberFormat known = AMOUNTS.get(language);
        // a copy, for formats are changed by their use; finding out how a language writes takes many times as long
        NumberFormat format = known == null ? NumberFormat.getCurrencyInstance(language) : (NumberFormat) known.clone();
        format.setCurrency(money.currency());
        int digits = money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(java.math.BigDecimal.valueOf(money.minor(), Math.max(0, digits)));
    }

    private static Map<String, String> load(Class<?> anchor, String file) {
        try (InputStream in = anchor.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Texts missing: " + file);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> texts = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static List<String> difference(Map<String, String> left, Map<String, String> right) {
        return left.keySet().stream().filter(key -> !right.containsKey(key)).toList();
    }
}
