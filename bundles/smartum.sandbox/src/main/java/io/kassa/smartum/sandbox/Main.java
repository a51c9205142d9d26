package io.kassa.smartum.sandbox;

import io.kassa.smartum.sandbox.contract.Contract;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/** The sandbox as a process of its own: {@code --port N --pages-port N --folder PATH --contract FILE}, all optional. */
public final class Main {
    private static final Set<String> KNOWN = new TreeSet<>(List.of("--port", "--pages-port", "--folder", "--contract"));

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            Sandbox sandbox = Sandbox.start(options(args));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            announce(sandbox, System.out);
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println("The sandbox did not start: " + e.getMessage());
            System.exit(1);
        }
    }

    /** One address a line, behind a word, so that a script can read it too. */
    static void announce(Sandbox sandbox, PrintStream out) {
        out.println("api    " + sandbox.root());
        out.println("phone  " + sandbox.pages() + "/phone");
        out.println("panel  " + sandbox.pages() + "/panel");
        out.flush();
    }

    static Options options(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!KNOWN.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("known are " + KNOWN + ", each with a value");
            }
            given.put(args[i], args[i + 1]);
        }
        int port = Integer.parseInt(given.getOrDefault("--port", "8091"));
        int pages = Integer.parseInt(given.getOrDefault("--pages-port", String.valueOf(port == 0 ? 0 : port + 1)));
        Options options = Options.inMemory().withPorts(port, pages);
        if (given.containsKey("--contract")) {
            options = options.withContract(Contract.of(Path.of(given.get("--contract"))));
        }
        return given.containsKey("--folder") ? options.withFolder(Path.of(given.get("--folder"))) : options;
    }
}
