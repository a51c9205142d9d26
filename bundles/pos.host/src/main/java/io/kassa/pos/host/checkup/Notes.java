package io.kassa.pos.host.checkup;

import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.host.text.Whereabouts;
import io.kassa.pos.host.text.Words;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.pos.spi.text.Message;
import java.util.List;
import java.util.Optional;

/** Writes the findings of one check. The words stand in the catalogue under {@code health.}. */
final class Notes {

    private final Words words;
    private final String check;
    private final List<String> tags;

    Notes(Words words, String check, List<String> tags) {
        this.words = words;
        this.check = check;
        this.tags = tags;
    }

    Note ok(String code, Object... arguments) {
        return new Note(
                check, tags, Severity.OK, words.say("health." + code, arguments), Optional.empty(), Optional.empty());
    }

    Note warning(String code, Whereabouts money, Object... arguments) {
        return saying(Severity.WARNING, words.say("health." + code, arguments), money, code);
    }

    /** Not run, because the books cannot be read. */
    Note skipped() {
        return saying(Severity.SKIPPED, words.say("health.skipped"), Whereabouts.AS_BEFORE, "books-away");
    }

    Note error(String code, Whereabouts money, Object... arguments) {
        return saying(Severity.ERROR, words.say("health." + code, arguments), money, code);
    }

    /** @param code of what to do about it */
    Note saying(Severity severity, Message happened, Whereabouts money, String code) {
        return said(
                severity,
                happened,
                Optional.of(words.say(money.code())),
                Optional.of(words.say("health." + code + ".next")));
    }

    Note said(Severity severity, Message happened, Optional<Message> money, Optional<Message> next) {
        return new Note(check, tags, severity, happened, money, next);
    }
}
