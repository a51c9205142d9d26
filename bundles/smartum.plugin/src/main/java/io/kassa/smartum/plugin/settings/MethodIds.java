package io.kassa.smartum.plugin.settings;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.smartum.plugin.text.Say;
import java.util.List;
import java.util.Map;

/** Finds configurations that name the same payment method, of which only one can work. */
public final class MethodIds {
    private static final String KEY = "methodId";
    private static final String PID = "service.pid";
    private final Say say;

    public MethodIds(Say say) {
        this.say = say;
    }

    public String of(Map<String, Object> settings) {
        return new Candidate(settings, say).advanced(KEY);
    }

    /** @param stored the settings of every configuration there is, each with its {@code service.pid} */
    public List<Finding> check(Map<String, Object> candidate, List<Map<String, Object>> stored) {
        String id = of(candidate);
        boolean taken = stored.stream()
                .filter(other -> !other.get(PID).equals(candidate.get(PID)))
                .anyMatch(other -> of(other).equals(id));
        Candidate result = new Candidate(candidate, say);
        if (taken) {
            result.error(KEY, "settings.method-id-twice");
        }
        return result.findings();
    }
}
