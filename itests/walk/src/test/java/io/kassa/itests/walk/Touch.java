package io.kassa.itests.walk;

/** Touch first: whatever can be pressed or filled is at least as large as a fingertip. */
final class Touch {
    /** Pixels, both ways; a tenth less is how a browser rounds. */
    private static final String LEAST = "44 - 0.1";

    private Touch() {}

    /** What a finger would miss on the page as it stands, one in a line with its size; a label that is large enough carries its field. */
    static String tooSmallIn(Window window) {
        return window.runs("""
                const least = %s;
                const size = (element) => element.getBoundingClientRect();
                // a field that is one pixel wide is there for the script, and something else is pressed for it
                const seen = (element) =>
                    element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && size(element).width > 1;
                const large = (element) => size(element).width >= least && size(element).height >= least;
                const targets = document.querySelectorAll(
                    "button, a[href], input, select, textarea, summary, [role='button']");
                return [...targets]
                    .filter((target) => seen(target) && !large(target) && ![...(target.labels ?? [])].some(large))
                    .map((target) => `${size(target).width} x ${size(target).height}: ${target.outerHTML.slice(0, 120)}`)
                    .join('\\n');
                """.formatted(LEAST));
    }
}
