package io.kassa.pos.host.start;

import io.kassa.pos.host.config.PlugIn;
import io.kassa.pos.host.config.Setting;
import io.kassa.pos.host.setup.SettingsForm.Field;
import io.kassa.pos.host.setup.SettingsForm.Option;
import io.kassa.pos.spi.settings.SettingsCheck;
import io.kassa.pos.spi.text.Message;
import io.kassa.pos.spi.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * What a bundle's metatype says about one kind of settings, in every language. A setting is advanced when it is optional and has
 * a default.
 */
final class Outline {

    private static final Pattern PEM = Pattern.compile("\\bPEM\\b");

    private final Map<String, ObjectClassDefinition> byLanguage = new LinkedHashMap<>();

    private Outline() {}

    /** Empty when the bundle describes no such settings. */
    static Optional<PlugIn> of(MetaTypeService metatypes, Bundle bundle, String factoryPid, SettingsCheck check) {
        MetaTypeInformation information = metatypes.getMetaTypeInformation(bundle);
        if (information == null || !Arrays.asList(information.getFactoryPids()).contains(factoryPid)) {
            return Optional.empty();
        }
        Outline outline = new Outline();
        for (String language : Texts.LANGUAGES) {
            outline.byLanguage.put(language, information.getObjectClassDefinition(factoryPid, language));
        }
        return Optional.of(outline.plugIn(factoryPid, check));
    }

    private PlugIn plugIn(String factoryPid, SettingsCheck check) {
        ObjectClassDefinition first = byLanguage.get(Message.FALLBACK);
        AttributeDefinition[] attributes = first.getAttributeDefinitions(ObjectClassDefinition.ALL);
        Set<String> required = new HashSet<>();
        for (AttributeDefinition attribute : orNone(first.getAttributeDefinitions(ObjectClassDefinition.REQUIRED))) {
            required.add(attribute.getID());
        }
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < orNone(attributes).length; i++) {
            settings.add(setting(i, attributes[i], required.contains(attributes[i].getID())));
        }
        return new PlugIn(
                factoryPid,
                text(factoryPid, factoryPid, ObjectClassDefinition::getName),
                text(factoryPid, "", ObjectClassDefinition::getDescription),
                settings,
                check);
    }

    private Setting setting(int place, AttributeDefinition attribute, boolean required) {
        String key = attribute.getID();
        Setting.Kind kind = kind(attribute);
        List<String> defaults = attribute.getDefaultValue() == null
                ? List.of()
                : Arrays.stream(attribute.getDefaultValue())
                        .filter(text -> !text.isEmpty())
                        .toList();
        List<Option> options = options(place, attribute);
        Message description = text(key, "", ocd -> at(ocd, place).getDescription());
        Field field = new Field(
                key,
                type(kind, !options.isEmpty(), description),
                text(key, key, ocd -> at(ocd, place).getName()),
                description,
                required,
                !required && !defaults.isEmpty(),
                kind == Setting.Kind.SECRET ? List.of() : defaults,
                options);
        return new Setting(field, kind);
    }

    private List<Option> options(int place, AttributeDefinition attribute) {
        List<Option> options = new ArrayList<>();
        String[] values = attribute.getOptionValues();
        for (int i = 0; values != null && i < values.length; i++) {
            int option = i;
            options.add(new Option(
                    values[i],
                    text(attribute.getID(), values[i], ocd -> at(ocd, place).getOptionLabels()[option])));
        }
        return options;
    }

    private static Setting.Kind kind(AttributeDefinition attribute) {
        if (attribute.getType() == AttributeDefinition.PASSWORD) {
            return Setting.Kind.SECRET;
        }
        if (attribute.getCardinality() != 0) {
            return Setting.Kind.STRINGS;
        }
        return switch (attribute.getType()) {
            case AttributeDefinition.INTEGER -> Setting.Kind.INTEGER;
            case AttributeDefinition.LONG -> Setting.Kind.LONG;
            case AttributeDefinition.BOOLEAN -> Setting.Kind.BOOLEAN;
            default -> Setting.Kind.STRING;
        };
    }

    /** Metatype cannot say that a text has lines; what a description calls PEM has. */
    private static String type(Setting.Kind kind, boolean choice, Message description) {
        return switch (kind) {
            case SECRET -> "password";
            case STRINGS -> "lines";
            case INTEGER, LONG -> "integer";
            case BOOLEAN -> "boolean";
            case STRING -> choice ? "choice" : isPem(description) ? "lines" : "text";
        };
    }

    private static boolean isPem(Message description) {
        return description.texts().values().stream()
                .anyMatch(text -> PEM.matcher(text).find());
    }

    private Message text(String code, String otherwise, Function<ObjectClassDefinition, String> read) {
        Map<String, String> texts = new LinkedHashMap<>();
        byLanguage.forEach((language, ocd) ->
                texts.put(language, Optional.ofNullable(read.apply(ocd)).orElse(otherwise)));
        return new Message(code, List.of(), texts);
    }

    private static AttributeDefinition at(ObjectClassDefinition ocd, int place) {
        return ocd.getAttributeDefinitions(ObjectClassDefinition.ALL)[place];
    }

    private static AttributeDefinition[] orNone(AttributeDefinition[] attributes) {
        return attributes == null ? new AttributeDefinition[0] : attributes;
    }
}
