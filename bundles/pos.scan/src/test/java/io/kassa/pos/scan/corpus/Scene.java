package io.kassa.pos.scan.corpus;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Random;

/** What stands before the camera: a counter with things on it, and a card with a code. */
final class Scene {

    private static final int SAMPLES = 3;

    private final Shot shot;
    private final Random random;
    private final Light light;

    Scene(int width, int height, Shot shot, Random random) {
        this.shot = shot;
        this.random = random;
        light = new Light(width, height);
    }

    Light light() {
        return light;
    }

    /** The card is the code with its quiet zone. */
    static int modulesOfCard(Code code) {
        return code.size() + 2 * Code.QUIET;
    }

    /** Boxes of all sizes, and rows of small ones such as print has. */
    void clutter() {
        fill(0, 0, light.width(), light.height(), level());
        for (int i = 0; i < 40; i++) {
            int width = 10 + random.nextInt(light.width() / 3);
            int height = 10 + random.nextInt(light.height() / 3);
            fill(random.nextInt(light.width()), random.nextInt(light.height()), width, height, level());
        }
        for (int row = 0; row < 12; row++) {
            int x = random.nextInt(light.width());
            int y = random.nextInt(light.height());
            double ink = level();
            for (int letter = 0; letter < 25; letter++) {
                fill(x + letter * 9, y + random.nextInt(3), 3 + random.nextInt(5), 6 + random.nextInt(5), ink);
            }
        }
    }

    private double level() {
        return shot.dark + (shot.light - shot.dark) * random.nextDouble();
    }

    private void fill(int left, int top, int width, int height, double level) {
        for (int y = top; y < Math.min(light.height(), top + height); y++) {
            for (int x = left; x < Math.min(light.width(), left + width); x++) {
                light.put(x, y, level);
            }
        }
    }

    /** Puts the card somewhere, whole inside the frame; one that leans so far that it would stick out stands further away. */
    Plane place(Code code) {
        double area = shot.fill * light.width() * light.height();
        Plane plane = new Plane(light.width(), area, light.width() / 2.0, light.height() / 2.0, shot);
        while (!plane.fits(light.height())) {
            area *= 0.97;
            plane = new Plane(light.width(), area, light.width() / 2.0, light.height() / 2.0, shot);
        }
        double aside = shot.neighbour ? 0 : random.nextDouble();
        plane = plane.moved(light.width(), light.height(), aside, random.nextDouble());
        draw(plane, new Card(code, shot, random));
        return plane;
    }

    /** A second code, such as a loyalty card's, beside the first; answers what it says. */
    String neighbour(Plane first) {
        Code other = Code.of("https://example.org/" + random.nextInt(1000), ErrorCorrectionLevel.M);
        double side = Math.min(0.3 * light.width(), light.width() - first.pixelsPerSide() * 1.06 - 10);
        var plane = new Plane(light.width(), side * side, light.width() - side / 2 - 4, light.height() / 2.0, shot);
        draw(plane, new Card(other, shot, random));
        return other.text();
    }

    /** Another card of the same size, as far to the right as it goes. */
    Plane beside(Plane first, Code other) {
        double side = first.pixelsPerSide();
        var plane = new Plane(light.width(), side * side, light.width() - side * 0.53, light.height() / 2.0, shot);
        draw(plane, new Card(other, shot, random));
        return plane;
    }

    private void draw(Plane plane, Card card) {
        double[] place = new double[2];
        for (int y = 0; y < light.height(); y++) {
            for (int x = 0; x < light.width(); x++) {
                double behind = light.at(x, y);
                double sum = 0;
                for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                    plane.seen(
                            x + (sample % SAMPLES + 0.5) / SAMPLES - 0.5,
                            y + (sample / SAMPLES + 0.5) / SAMPLES - 0.5,
                            place);
                    sum += card.level(place[0], place[1], behind);
                }
                light.put(x, y, sum / (SAMPLES * SAMPLES));
            }
        }
    }
}
