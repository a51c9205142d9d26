package io.kassa.itests.frameworks.kit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs contracts of the kit in the framework. The engine is named here: nothing is looked for on a class path. */
final class Trial implements TestExecutionListener {

    private final Path report;

    Trial(Path report) {
        this.report = report;
    }

    void of(Class<?> contract) {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(contract))
                        .build(),
                this);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        verdict(test, Verdict.End.SKIPPED, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> verdict(test, Verdict.End.KEPT, "");
            case ABORTED ->
                verdict(
                        test,
                        Verdict.End.SKIPPED,
                        result.getThrowable().map(Throwable::getMessage).orElse(""));
            case FAILED -> verdict(test, Verdict.End.FAILED, trace(result.getThrowable()));
        }
    }

    private void verdict(TestIdentifier test, Verdict.End end, String why) {
        if (test.getSource().orElse(null) instanceof MethodSource source) {
            new Verdict(Verdict.name(source.getJavaClass(), source.getMethodName()), end, why).append(report);
        }
    }

    private static String trace(Optional<Throwable> thrown) {
        StringWriter text = new StringWriter();
        thrown.ifPresent(failure -> failure.printStackTrace(new PrintWriter(text)));
        return text.toString();
    }
}
