package io.kassa.smartum.core.contract;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a value in a contract file must look like. */
enum Form {
    NAME("a name without spaces", Form::isName),
    NAMES("names with commas between them", Form::areNames),
    PATTERN("a regular expression", Form::isPattern),
    PATH("a path that starts with /", Form::isPath),
    OPTIONAL_PATH(
            "a path that starts with /, or nothing if the provider does not offer this",
            value -> value.isEmpty() || isPath(value)),
    OPTIONAL_TRANSACTION_PATH(
            "a path with {transaction} in it, or nothing if the provider does not offer this",
            value -> value.isEmpty() || isPath(value.replaceFirst("\\{transaction}", "id")) && value.contains("{"));

    private static final Pattern ONE_NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final Pattern SEVERAL_NAMES =
            Pattern.compile("[A-Za-z0-9_.-]{1,64}( *, *[A-Za-z0-9_.-]{1,64}){0,7}");
    private static final Pattern A_PATH =
            Pattern.compile("(/[A-Za-z0-9_.~-]{1,64}){1,10}(\\?[A-Za-z0-9_.~=&%-]{0,200})?");

    private final String description;
    private final Predicate<String> rule;

    Form(String description, Predicate<String> rule) {
        this.description = description;
        this.rule = rule;
    }

    String description() {
        return description;
    }

    boolean fits(String value) {
        return rule.test(value);
    }

    private static boolean isName(String value) {
        return ONE_NAME.matcher(value).matches();
    }

    private static boolean areNames(String value) {
        return SEVERAL_NAMES.matcher(value).matches();
    }

    private static boolean isPattern(String value) {
        try {
            Pattern.compile(value);
            return !value.isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isPath(String value) {
        return A_PATH.matcher(value).matches();
    }
}
