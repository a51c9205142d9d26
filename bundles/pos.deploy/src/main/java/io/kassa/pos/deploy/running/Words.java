package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import io.kassa.pos.spi.text.Texts;
import java.time.ZoneId;
import java.util.Locale;

/** Says why an artefact or a command is refused: what happened, what runs on, what to do now. */
public final class Words {

    private final Texts texts = Texts.beside(Words.class, "deploy", ZoneId.of("Europe/Helsinki"));

    Guidance refused(RefusedException refusal) {
        String code = refusal.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return refused(code, refusal.details());
    }

    /** @param details what the text of that code has places for */
    public Guidance refused(String code, Object... details) {
        return new Guidance(
                texts.message(code, details), texts.message("payments-go-on"), texts.message(code + ".next"));
    }

    /** What a command answers when it refuses nothing. */
    public Message answer(String code, Object... details) {
        return texts.message("answer." + code, details);
    }

    Message interrupted() {
        return texts.message("interrupted");
    }
}
