package io.kassa.pos.spi.tck.proof;

import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Map;

/** The texts of the examples. */
final class Say {

    private Say() {}

    static Message text(String code) {
        return new Message(code, List.of(), Map.of("en", code, "fi", code + " (fi)", "sv", code + " (sv)"));
    }

    static Guidance why(String code) {
        return new Guidance(text(code), text("money.where-it-was"), text("next.another-way"));
    }
}
