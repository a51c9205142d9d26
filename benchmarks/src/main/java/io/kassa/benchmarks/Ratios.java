package io.kassa.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints each claim as a ratio of two scores of this one run. */
public final class Ratios {

    private Ratios() {}

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(VerificationBenchmark.class.getSimpleName())
                        .build())
                .run();
        System.out.printf(
                "%nreading a receipt / the platform's signature check: %.3f (goal: at most 1.05)%n",
                score(results, "receiptReader") / score(results, "javaPlatformAlone"));
    }

    private static double score(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(name))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }
}
