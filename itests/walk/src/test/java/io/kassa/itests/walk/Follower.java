package io.kassa.itests.walk;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Watches a method's button on a register page that stays open, and when it changes: by the clock of the page itself. */
final class Follower {
    /** What it says where there is no such button. */
    static final String NO_BUTTON = "none";

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Window window;

    private Follower(Window window) {
        this.window = window;
    }

    /** From now on; a page that is loaded anew would not know of it any more. */
    static Follower of(Window window, String method) {
        window.runs("""
                const button = "[data-testid='method'][data-method='%s']";
                window.seen = [];
                const look = () => {
                    const there = document.querySelector(button);
                    const says = there ? `${there.dataset.ready}: ${there.textContent}` : '%s';
                    if (window.seen.at(-1)?.says !== says) window.seen.push({ at: Date.now(), says });
                };
                look();
                new MutationObserver(look).observe(document.body,
                    { subtree: true, childList: true, characterData: true, attributes: true });
                """.formatted(method, NO_BUTTON));
        return new Follower(window);
    }

    /** How long after an act began the page showed what was wanted, and went on to show it. */
    Duration after(Runnable act, Predicate<String> wanted) {
        long begun = System.currentTimeMillis();
        act.run();
        return Eventually.within(LONGEST, "the register page follows", () -> {
            String last = window.runs("return window.seen.at(-1).at + ' ' + window.seen.at(-1).says");
            String[] seen = last.split(" ", 2);
            long millis = Long.parseLong(seen[0]) - begun;
            return wanted.test(seen[1]) && millis >= 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
        });
    }

    /** Whether the page is the same that it was at first. */
    boolean stayed() {
        return Boolean.parseBoolean(window.runs("return Array.isArray(window.seen)"));
    }
}
