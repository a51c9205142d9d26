package io.kassa.pos.host.start;

import io.kassa.pos.host.checkup.Check;
import io.kassa.pos.host.checkup.TillHealth;
import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.pos.spi.text.Message;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The till's checks as health checks of Felix, by the same names and tags. */
final class HealthChecks {

    private HealthChecks() {}

    /** Whether this till is wired to Felix's interface; a till without it has its own page all the same. */
    static boolean possible() {
        try {
            Class.forName("org.apache.felix.hc.api.HealthCheck", false, HealthChecks.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Running the result takes them away again. */
    static Runnable register(BundleContext context, TillHealth health) {
        List<ServiceRegistration<HealthCheck>> all = new ArrayList<>();
        for (Check check : health.own()) {
            HealthCheck service = () -> result(health.run(check));
            all.add(context.registerService(HealthCheck.class, service, properties(check)));
        }
        return () -> all.forEach(ServiceRegistration::unregister);
    }

    private static Dictionary<String, Object> properties(Check check) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HealthCheck.NAME, "till " + check.name());
        properties.put(
                HealthCheck.TAGS,
                Stream.concat(Stream.of(check.name()), check.tags().stream())
                        .distinct()
                        .toArray(String[]::new));
        return properties;
    }

    static Result result(List<Note> notes) {
        ResultLog log = new ResultLog();
        notes.forEach(note -> log.add(new ResultLog.Entry(status(note.severity()), words(note))));
        return new Result(log);
    }

    private static Result.Status status(Severity severity) {
        return switch (severity) {
            case ERROR -> Result.Status.CRITICAL;
            case WARNING -> Result.Status.WARN;
            case SKIPPED -> Result.Status.TEMPORARILY_UNAVAILABLE;
            case OK -> Result.Status.OK;
        };
    }

    private static String words(Note note) {
        return Stream.of(Optional.of(note.happened()), note.money(), note.next())
                .flatMap(Optional::stream)
                .map((Message said) -> said.in(Locale.ENGLISH))
                .collect(Collectors.joining(" "));
    }
}
