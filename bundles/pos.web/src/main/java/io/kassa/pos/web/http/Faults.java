package io.kassa.pos.web.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure as the log may have it: never with its message, since that may hold what somebody scanned or typed. */
final class Faults {

    private static final int DEEPEST = 5;
    private static final int FRAMES = 12;

    private Faults() {}

    /** And where. */
    static String describe(Throwable failure) {
        return chain(failure)
                .map(each -> each.getClass().getName() + frames(each))
                .collect(Collectors.joining("\n caused by "));
    }

    /** In one line, for what is no bug, such as a database that does not answer. */
    static String kinds(Throwable failure) {
        return chain(failure).map(each -> each.getClass().getName()).collect(Collectors.joining(", caused by "));
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
