package io.kassa.pos.host.checkup;

import io.kassa.pos.host.health.Health.Note;
import io.kassa.pos.host.setup.MethodView;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.host.text.Whereabouts;
import io.kassa.pos.spi.settings.Finding.Severity;
import io.kassa.pos.spi.text.Message;
import java.util.List;

/** Whether the payment methods that the shop enabled can be used. */
final class MethodsCheck {

    private final Setup setup;

    MethodsCheck(Setup setup) {
        this.setup = setup;
    }

    List<Note> usable(Notes notes) {
        List<Note> problems = setup.methods().stream()
                .filter(method -> method.settings().enabled())
                .flatMap(method -> method.problems().stream().map(problem -> problem(notes, method, problem)))
                .toList();
        return problems.isEmpty() ? List.of(notes.ok("methods")) : problems;
    }

    private static Note problem(Notes notes, MethodView method, Message problem) {
        boolean usable = method.state() == MethodView.State.AVAILABLE;
        return notes.saying(
                usable ? Severity.WARNING : Severity.ERROR, problem, Whereabouts.AS_BEFORE, "method-unusable");
    }
}
