package io.kassa.pos.host.view;

import io.kassa.pos.host.selling.AttemptView;
import io.kassa.pos.host.store.Attempt;
import java.util.List;
import java.util.Optional;

/** Draws attempts. */
public final class AttemptViews {

    private AttemptViews() {}

    /** @param shown what it shows now; only looked at while it is open */
    public static AttemptView of(Attempt attempt, Optional<Shown> shown) {
        boolean open = attempt.isOpen();
        Shown now = shown.orElseGet(Shown::moment);
        return new AttemptView(
                attempt.id(),
                AttemptView.Kind.valueOf(attempt.kind().name()),
                attempt.method(),
                attempt.methodName(),
                attempt.eligible(),
                open && now.waiting(),
                open ? now.step() : Optional.empty(),
                open ? now.problem() : Optional.empty(),
                open ? now.detours() : List.of(),
                open ? Optional.empty() : attempt.guidance());
    }
}
