package io.kassa.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * One processor for this program and others, from then on. Who asks and who answers are woken in turn: on one processor that takes
 * a few microseconds, on two it takes as long as the other one sleeps, and the machine decides where they are.
 */
final class Processor {

    private static final String FIRST = "0";

    private Processor() {}

    /** @param others which share it */
    static void one(List<ProcessHandle> others) throws IOException, InterruptedException {
        List<Long> all = Stream.concat(Stream.of(ProcessHandle.current()), others.stream())
                .map(ProcessHandle::pid)
                .toList();
        for (long pid : all) {
            Process taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", FIRST, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (taskset.waitFor() != 0) {
                throw new IOException("process " + pid + " cannot be kept on one processor");
            }
        }
    }
}
