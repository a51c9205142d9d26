package io.kassa.pos.host.view;

import io.kassa.pos.spi.payment.Detour;
import io.kassa.pos.spi.payment.Step;
import io.kassa.pos.spi.payment.Turn;
import io.kassa.pos.spi.text.Guidance;
import java.util.List;
import java.util.Optional;

/**
 * What an attempt shows at this moment.
 *
 * @param waiting whether nobody can be asked just now
 */
public record Shown(boolean waiting, Optional<Step> step, Optional<Guidance> problem, List<Detour> detours) {

    public static Shown asking(Turn.Ask<?> ask) {
        return new Shown(false, Optional.of(ask.step()), ask.problem(), ask.detours());
    }

    /** One moment. */
    public static Shown moment() {
        return new Shown(true, Optional.empty(), Optional.empty(), List.of());
    }

    public static Shown trouble(Guidance why) {
        return new Shown(true, Optional.empty(), Optional.of(why), List.of());
    }
}
