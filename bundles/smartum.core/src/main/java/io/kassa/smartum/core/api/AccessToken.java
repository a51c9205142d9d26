package io.kassa.smartum.core.api;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Term;
import io.kassa.smartum.core.json.JsonObject;
import io.kassa.smartum.core.json.Unfit;
import java.time.Duration;
import java.util.regex.Pattern;

/** A bearer token (RFC 6750) and the time for which it is used. */
final class AccessToken {
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]{1,8192}=*");
    private static final long LONGEST_SECONDS = 3600;
    private static final long SECONDS_IF_NOT_SAID = 60;

    private final String value;
    private final Deadline end;

    private AccessToken(String value, Deadline end) {
        this.value = value;
        this.end = end;
    }

    /** Used for nine tenths of its life, so that it does not die on the way. */
    static AccessToken read(Contract contract, JsonObject answer) throws Unfit {
        String value = answer.string(contract.get(Term.TOKEN_VALUE));
        String type = answer.string(contract.get(Term.TOKEN_TYPE));
        if (!type.equalsIgnoreCase("bearer") || !BEARER.matcher(value).matches()) {
            throw new Unfit("not a bearer token");
        }
        long seconds = answer.optionalInteger(contract.get(Term.TOKEN_LIFETIME)).orElse(SECONDS_IF_NOT_SAID);
        long used = Math.max(0, Math.min(seconds, LONGEST_SECONDS)) * 9 / 10;
        return new AccessToken(value, Deadline.in(Duration.ofSeconds(used)));
    }

    boolean isFresh() {
        return !end.passed();
    }

    String header() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
