package io.kassa.pos.shell.talk;

import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import io.kassa.pos.spi.text.Texts;
import java.time.ZoneId;

/** What this host says itself; everything else comes from the method. */
public final class Words {

    private final Texts texts = Texts.beside(Words.class, "shell", ZoneId.of("Europe/Helsinki"));

    public Message message(String code, Object... arguments) {
        return texts.message(code, arguments);
    }

    /** What happened, where the money is, what to do now; the three share their arguments. */
    public Guidance refusal(Refusal refusal, Object... arguments) {
        String name = refusal.code();
        return new Guidance(
                message(name, arguments), message(name + ".money", arguments), message(name + ".next", arguments));
    }

    Iterable<String> codes() {
        return texts.codes();
    }
}
