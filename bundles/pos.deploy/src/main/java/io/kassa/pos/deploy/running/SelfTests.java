package io.kassa.pos.deploy.running;

import io.kassa.pos.spi.payment.PaymentMethod;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SelfTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Runs the self tests that a version offers. One that hangs or breaks is a fault of its own, and holds up nobody for ever. */
final class SelfTests {

    private final BundleContext context;
    private final ExecutorService calls;
    private final Duration patience;

    SelfTests(BundleContext context, ExecutorService calls, Duration patience) {
        this.context = context;
        this.calls = calls;
        this.patience = patience;
    }

    /** @param subject what was looked at, of which method; the same in every version */
    record Result(String subject, Optional<Finding> finding, boolean isFault) {}

    List<Result> run(Bundle bundle) {
        List<Result> all = new ArrayList<>();
        for (ServiceReference<?> reference : Running.selfTests(bundle)) {
            SelfTest test = (SelfTest) context.getService(reference);
            if (test != null) {
                try {
                    all.addAll(run(String.valueOf(reference.getProperty(PaymentMethod.ID)), test));
                } finally {
                    context.ungetService(reference);
                }
            }
        }
        return all;
    }

    Set<String> faults(Bundle bundle) {
        return run(bundle).stream().filter(Result::isFault).map(Result::subject).collect(Collectors.toSet());
    }

    private List<Result> run(String method, SelfTest test) {
        Future<List<Finding>> running = calls.submit(test::run);
        try {
            return running.get(patience.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .map(finding ->
                            new Result(method + "/" + finding.subject(), Optional.of(finding), finding.isError()))
                    .toList();
        } catch (TimeoutException e) {
            running.cancel(true);
            return List.of(new Result(method + "/no answer", Optional.empty(), true));
        } catch (ExecutionException e) {
            return List.of(new Result(method + "/" + e.getCause().getClass().getSimpleName(), Optional.empty(), true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new Result(method + "/interrupted", Optional.empty(), true));
        }
    }
}
