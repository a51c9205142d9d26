package io.kassa.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What one reader did with many frames. */
final class ScanTally {

    private final List<Long> nanos = new ArrayList<>();
    private int right;
    private int wrong;

    void count(Optional<String> read, String written, long took) {
        nanos.add(took);
        if (read.isPresent()) {
            boolean same = read.get().equals(written);
            right += same ? 1 : 0;
            wrong += same ? 0 : 1;
        }
    }

    void add(ScanTally other) {
        nanos.addAll(other.nanos);
        right += other.right;
        wrong += other.wrong;
    }

    int count() {
        return nanos.size();
    }

    long median() {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    long longest() {
        return Collections.max(nanos);
    }

    long over(long limit) {
        return nanos.stream().filter(took -> took > limit).count();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%5.1f, %d (%.1f / %.1f)",
                100.0 * right / nanos.size(),
                wrong,
                median() / 1e6,
                longest() / 1e6);
    }
}
