package io.kassa.smartum.plugin.settings;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.smartum.plugin.text.Say;
import java.util.List;
import java.util.Map;

/**
 * Finds configurations that name the same payment method, of which only the first can work. A candidate does not say which
 * stored configuration it replaces, so two that are stored already are looked for.
 */
public final class MethodIds {
    private static final String KEY = "methodId";
    private final Say say;

    public MethodIds(Say say) {
        this.say = say;
    }

    /** @param stored the settings of every configuration there is */
    public List<Finding> check(Map<String, Object> candidate, List<Map<String, Object>> stored) {
        String id = new Candidate(candidate, say).advanced(KEY);
        long same = stored.stream()
                .filter(other -> new Candidate(other, say).advanced(KEY).equals(id))
                .count();
        Candidate result = new Candidate(candidate, say);
        if (same > 1) {
            result.error(KEY, "settings.method-id-twice");
        }
        return result.findings();
    }
}
