package io.kassa.pos.web.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Values of one label, of which there are never many: each makes a series that is kept for ever, here and at whoever scrapes. What is
 * beyond that, or has not the form of a code, is counted as {@code other}.
 */
final class FewValues {

    static final String OTHER = "other";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    FewValues(int most) {
        this.most = most;
    }

    String of(String value) {
        if (known.contains(value)) {
            return value;
        }
        if (!CODE.matcher(value).matches()) {
            return OTHER;
        }
        synchronized (known) {
            if (known.size() >= most) {
                return OTHER;
            }
            known.add(value);
            return value;
        }
    }
}
