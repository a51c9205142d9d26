package io.kassa.itests.frameworks.kit;

import io.kassa.itests.frameworks.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.AssumptionViolatedException;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;
import org.junit.runner.Result;
import org.junit.runner.Runner;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunNotifier;
import org.junit.runners.model.InitializationError;
import org.ops4j.pax.exam.junit.PaxExam;

/**
 * Starts the framework through Pax Exam, and shows every rule that the kit tried in there as a test of its own. The list of rules
 * is made out here: one that was not tried in there has failed.
 */
public final class KitRunner extends Runner {

    private final Class<?> inFramework;
    private final Path report;
    private final Runner framework;
    private final Map<String, Description> rules = new LinkedHashMap<>();

    public KitRunner(Class<?> inFramework) throws InitializationError {
        this.inFramework = inFramework;
        try {
            this.report = Files.createTempFile(Path.of("target").toAbsolutePath(), "kit", ".report");
            System.setProperty(Shipped.REPORT, report.toString()); // what the framework is given is made out at once
            this.framework = new PaxExam(inFramework);
        } catch (IOException e) {
            throw new InitializationError(e);
        } finally {
            System.clearProperty(Shipped.REPORT);
        }
        for (Class<?> contract : KitTest.CONTRACTS) {
            rules(contract)
                    .forEach(rule ->
                            rules.put(Verdict.name(contract, rule), Description.createTestDescription(contract, rule)));
        }
    }

    private static Stream<String> rules(Class<?> contract) {
        return Stream.<Class<?>>iterate(contract, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(org.junit.jupiter.api.Test.class))
                .map(java.lang.reflect.Method::getName)
                .sorted();
    }

    @Override
    public Description getDescription() {
        Description suite = Description.createSuiteDescription(inFramework);
        rules.values().forEach(suite::addChild);
        return suite;
    }

    @Override
    public void run(RunNotifier notifier) {
        Result result = new JUnitCore().run(Request.runner(framework));
        try {
            Map<String, Verdict> verdicts = Verdict.read(report);
            Files.delete(report);
            rules.forEach((name, rule) -> tell(notifier, rule, Optional.ofNullable(verdicts.get(name)), result));
        } catch (IOException e) {
            notifier.fireTestFailure(new Failure(getDescription(), e));
        }
    }

    private static void tell(RunNotifier notifier, Description rule, Optional<Verdict> verdict, Result result) {
        notifier.fireTestStarted(rule);
        if (verdict.isEmpty()) {
            notifier.fireTestFailure(new Failure(rule, notTried(result.getFailures())));
        } else if (verdict.get().end() == Verdict.End.SKIPPED) {
            notifier.fireTestAssumptionFailed(new Failure(
                    rule, new AssumptionViolatedException(verdict.get().why())));
        } else if (verdict.get().end() == Verdict.End.FAILED) {
            notifier.fireTestFailure(
                    new Failure(rule, new AssertionError(verdict.get().why())));
        }
        notifier.fireTestFinished(rule);
    }

    private static AssertionError notTried(List<Failure> failures) {
        return failures.isEmpty()
                ? new AssertionError("Not tried in the framework")
                : new AssertionError(
                        "Not tried in the framework", failures.get(0).getException());
    }
}
