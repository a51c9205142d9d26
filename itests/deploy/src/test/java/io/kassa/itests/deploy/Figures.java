package io.kassa.itests.deploy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the cashiers saw. */
final class Figures {

    final List<String> sales = new CopyOnWriteArrayList<>();
    final AtomicInteger refunds = new AtomicInteger();
    final AtomicLong longestMillis = new AtomicLong();
    final List<String> failures = new CopyOnWriteArrayList<>();

    void waited(long sinceNanos) {
        longestMillis.accumulateAndGet((System.nanoTime() - sinceNanos) / 1_000_000, Math::max);
    }

    @Override
    public String toString() {
        return sales.size() + " payments, " + refunds + " refunds, " + failures.size() + " failed, longest wait "
                + longestMillis + " ms";
    }
}
