package io.kassa.smartum.plugin.health;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.text.Message;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Registers checks that others run by tag. Felix's interface is an optional import: a host without it has the same findings
 * from {@code SelfTest} and {@code SettingsCheck}.
 */
public final class FelixHealth {
    /** Opens no connection. */
    public static final String SHALLOW = "shallow";
    /** Asks the provider. */
    public static final String DEEP = "deep";

    private FelixHealth() {}

    /** Empty where Felix's interface is not installed. */
    public static Optional<ServiceRegistration<?>> register(
            BundleContext context, String name, List<String> tags, Supplier<List<Finding>> findings) {
        try {
            HealthCheck check = () -> result(findings.get());
            return Optional.of(context.registerService(HealthCheck.class, check, properties(name, tags)));
        } catch (NoClassDefFoundError notInstalled) {
            return Optional.empty();
        }
    }

    private static Dictionary<String, Object> properties(String name, List<String> tags) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HealthCheck.NAME, name);
        properties.put(
                HealthCheck.TAGS,
                Stream.concat(Stream.of("smartum", "payment"), tags.stream()).toArray(String[]::new));
        return properties;
    }

    private static Result result(List<Finding> findings) {
        ResultLog log = new ResultLog();
        findings.forEach(finding -> log.add(new ResultLog.Entry(status(finding.severity()), words(finding))));
        return new Result(log);
    }

    private static Result.Status status(Finding.Severity severity) {
        if (severity == Finding.Severity.ERROR) {
            return Result.Status.CRITICAL;
        }
        // what kept a test from being run is a finding of its own
        return severity == Finding.Severity.WARNING ? Result.Status.WARN : Result.Status.OK;
    }

    private static String words(Finding finding) {
        return Stream.of(Optional.of(finding.result()), finding.advice())
                .flatMap(Optional::stream)
                .map((Message said) -> said.in(Locale.ENGLISH))
                .collect(Collectors.joining(" "));
    }
}
