package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.RefusedException;
import io.kassa.pos.spi.text.Guidance;
import io.kassa.pos.spi.text.Message;
import io.kassa.pos.spi.text.Texts;
import java.time.ZoneId;
import java.util.Locale;

/** Says why an artefact is refused: what happened, what runs on, what to do now. */
final class Words {

    private final Texts texts = Texts.beside(Words.class, "deploy", ZoneId.of("Europe/Helsinki"));

    Guidance refused(RefusedException refusal) {
        String code = refusal.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Guidance(
                texts.message(code, refusal.details()), texts.message("payments-go-on"), texts.message(code + ".next"));
    }

    Message interrupted() {
        return texts.message("interrupted");
    }
}
