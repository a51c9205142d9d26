package io.kassa.benchmarks;

import io.kassa.pos.scan.corpus.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one reader did with many frames. */
final class ScanTally {

    private final List<Long> nanos = new ArrayList<>();
    /** What reading took, by the stage that ended it. */
    private final Map<String, List<Long>> stages = new TreeMap<>();

    private int right;
    private int wrong;

    /** Where several codes are in view, a reader may look for all of them: right is who finds the receipt among them. */
    void count(ScanReader.Read read, Frame frame, long took) {
        nanos.add(took);
        String stage = read.text().isPresent() ? read.stage() : "not read";
        stages.computeIfAbsent(stage, key -> new ArrayList<>()).add(took);
        Set<String> texts = frame.beside().isEmpty() ? read.text().stream().collect(Collectors.toSet()) : read.all();
        right += texts.contains(frame.text()) ? 1 : 0;
        wrong += texts.stream()
                        .allMatch(text ->
                                text.equals(frame.text()) || frame.beside().contains(text))
                ? 0
                : 1;
    }

    void add(ScanTally other) {
        nanos.addAll(other.nanos);
        other.stages.forEach((stage, took) ->
                stages.computeIfAbsent(stage, key -> new ArrayList<>()).addAll(took));
        right += other.right;
        wrong += other.wrong;
    }

    int count() {
        return nanos.size();
    }

    /** Of each 100 frames, those read right. */
    double rate() {
        return 100.0 * right / nanos.size();
    }

    /** Frames in which something was read that no code in view says. */
    int wrong() {
        return wrong;
    }

    long median() {
        return median(nanos);
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** How many frames each stage read, and the median that took, from the frame's arrival. */
    String byStage() {
        return stages.entrySet().stream()
                .map(stage -> String.format(
                        Locale.ROOT,
                        "%s %d (%.1f ms)",
                        stage.getKey(),
                        stage.getValue().size(),
                        median(stage.getValue()) / 1e6))
                .collect(Collectors.joining(", "));
    }

    long longest() {
        return Collections.max(nanos);
    }

    long over(long limit) {
        return nanos.stream().filter(took -> took > limit).count();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%5.1f, %d (%.1f / %.1f)", rate(), wrong, median() / 1e6, longest() / 1e6);
    }
}
