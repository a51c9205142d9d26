package io.kassa.pos.scan.corpus;

import java.util.Optional;
import java.util.Random;

/** A white card with a code, or a phone's screen with one; from -0.5 to 0.5 in both directions. */
final class Card {

    private final Code code;
    private final Shot shot;
    private final int modules;
    private final double spotX;
    private final double spotY;
    private final double thumbX;
    private final double thumbY;
    private final double pitch;
    private final double slant;
    private final Optional<Screen> screen;

    Card(Code code, Shot shot, Random random) {
        this.code = code;
        this.shot = shot;
        modules = Scene.modulesOfCard(code);
        // Not on the finder patterns, which no reader can do without.
        spotX = 0.35 * random.nextDouble() - 0.1;
        spotY = 0.35 * random.nextDouble() - 0.1;
        thumbX = 0.3 + 0.2 * random.nextDouble();
        thumbY = 0.2 * random.nextDouble() - 0.1;
        pitch = 8 + 20 * random.nextDouble();
        slant = random.nextDouble() * Math.PI;
        screen = shot.screen ? Optional.of(new Screen(shot, random)) : Optional.empty();
    }

    double level(double x, double y, double behind) {
        return screen.map(it -> it.level(x, y, printed(x, y, it.empty(x, y, behind))))
                .orElseGet(() -> printed(x, y, behind));
    }

    private double printed(double x, double y, double behind) {
        if (Math.abs(x) > 0.5 || Math.abs(y) > 0.5) {
            return behind;
        }
        if (inside(x - thumbX, y - thumbY, shot.covered)) {
            return shot.dark + 0.55 * (shot.light - shot.dark);
        }
        boolean black = code.black(
                (int) Math.floor((x + 0.5) * modules) - Code.QUIET, (int) Math.floor((y + 0.5) * modules) - Code.QUIET);
        double level = black != shot.inverted ? shot.dark : shot.light;
        if (shot.moire > 0) {
            level += shot.moire * Math.sin(2 * Math.PI * pitch * (x * Math.cos(slant) + y * Math.sin(slant)));
        }
        return inside(x - spotX, y - spotY, shot.glare) ? Math.max(level, 0.15 * level + 0.85 * 255) : level;
    }

    /** Whether a place is in a disc of that area around the origin. */
    private static boolean inside(double x, double y, double area) {
        return (x * x + y * y) * Math.PI < area;
    }
}
