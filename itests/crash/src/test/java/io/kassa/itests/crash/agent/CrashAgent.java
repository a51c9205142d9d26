package io.kassa.itests.crash.agent;

import java.lang.instrument.Instrumentation;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Loaded into the till's process by the harness, so that the till can be stopped exactly before or after a commit without a line
 * of that in the till. What is woven in finds its way back through the system properties: no bundle sees the agent's classes.
 */
public final class CrashAgent {

    private CrashAgent() {}

    public static void premain(String arguments, Instrumentation instrumentation) {
        Steps steps = new Steps(System.out);
        Duration ahead = Duration.ofSeconds(Long.getLong("crash.ahead", 0));
        BiConsumer<String, Object> reached = steps::reached;
        Supplier<Clock> clock = () -> Clock.offset(Clock.systemUTC(), ahead);
        System.getProperties().put(Weaver.STEPS, reached);
        System.getProperties().put(Weaver.CLOCK, clock);
        instrumentation.addTransformer(new Weaver(Mutation.wanted()));
        Thread listener = new Thread(() -> steps.listen(System.in), "crash-steps");
        listener.setDaemon(true);
        listener.start();
    }
}
