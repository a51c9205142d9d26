package io.kassa.itests.walk;

/** The three parts of a refusal as they stand on the screen, and its stable reason. */
record Guidance(String reason, String happened, String money, String next) {

    static Guidance in(Window window, String problem) {
        return new Guidance(
                window.attribute(Window.byId(problem), "data-reason"),
                window.text("problem-happened"),
                window.text("problem-money"),
                window.text("problem-next"));
    }
}
