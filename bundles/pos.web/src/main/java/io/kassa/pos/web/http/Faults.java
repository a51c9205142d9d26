package io.kassa.pos.web.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure as the log may have it: where, never with its message, since that may hold what somebody scanned or typed. */
final class Faults {

    private static final int DEEPEST = 5;
    private static final int FRAMES = 12;

    private Faults() {}

    static String describe(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(each -> each.getClass().getName() + frames(each))
                .collect(Collectors.joining("\n caused by "));
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
