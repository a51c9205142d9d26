package io.kassa.smartum.core.contract;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a value in a contract file must look like. */
enum Form {
    NAME("a name without spaces") {
        @Override
        boolean fits(String value) {
            return ONE_NAME.matcher(value).matches();
        }
    },
    NAMES("names with commas between them") {
        @Override
        boolean fits(String value) {
            return SEVERAL_NAMES.matcher(value).matches();
        }
    },
    PATTERN("a regular expression") {
        @Override
        boolean fits(String value) {
            try {
                Pattern.compile(value);
                return !value.isEmpty();
            } catch (PatternSyntaxException e) {
                return false;
            }
        }
    },
    PATH("a path that starts with /") {
        @Override
        boolean fits(String value) {
            return A_PATH.matcher(value).matches();
        }
    },
    OPTIONAL_PATH("a path that starts with /, or nothing if the provider does not offer this") {
        @Override
        boolean fits(String value) {
            return value.isEmpty() || PATH.fits(value);
        }
    },
    OPTIONAL_TRANSACTION_PATH("a path with {transaction} in it, or nothing if the provider does not offer this") {
        @Override
        boolean fits(String value) {
            return value.isEmpty() || PATH.fits(value.replaceFirst("\\{transaction}", "id")) && value.contains("{");
        }
    };

    private static final Pattern ONE_NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final Pattern SEVERAL_NAMES =
            Pattern.compile("[A-Za-z0-9_.-]{1,64}( *, *[A-Za-z0-9_.-]{1,64}){0,7}");
    private static final Pattern A_PATH =
            Pattern.compile("(/[A-Za-z0-9_.~-]{1,64}){1,10}(\\?[A-Za-z0-9_.~=&%-]{0,200})?");

    private final String description;

    Form(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    abstract boolean fits(String value);
}
