package io.kassa.pos.scan.corpus;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Camera frames of a Smartum receipt: a token of 648 characters at level M (QR version 20) on a white card that fills 30 to 60 %
 * of a cluttered frame, drawn by a homography with nine samples a pixel, then damaged as the {@link Condition} says.
 */
public final class Corpus {

    /** Characters of the token, which make QR version 20 at level M. */
    public static final int TOKEN = 648;

    private Corpus() {}

    public static Frame frame(Condition condition, int width, int height, long seed) {
        var random = new Random(seed * 1_000_003 + condition.ordinal() * 7919L + width);
        Shot shot = Shot.of(condition, random);
        Code code = Code.of(Code.token(random, TOKEN), ErrorCorrectionLevel.M);
        var scene = new Scene(width, height, shot, random);
        scene.clutter();
        Plane plane = scene.place(code);
        Set<String> beside = shot.neighbour ? Set.of(scene.neighbour(plane)) : Set.of();
        return new Frame(
                code.text(), beside, plane.outline(code), seen(scene, shot, plane, code, random), width, height);
    }

    /** Two receipts side by side, each on a card that fills a quarter of the frame: the same picture, by each of its codes. */
    public static List<Frame> pair(Condition condition, int width, int height, long seed) {
        var random = new Random(seed * 1_000_003 + condition.ordinal() * 7919L + width);
        Shot shot = Shot.of(condition, random);
        shot.fill = Condition.between(random, 0.23, 0.27);
        shot.neighbour = true;
        Code one = Code.of(Code.token(random, TOKEN), ErrorCorrectionLevel.M);
        Code other = Code.of(Code.token(random, TOKEN), ErrorCorrectionLevel.M);
        var scene = new Scene(width, height, shot, random);
        scene.clutter();
        Plane left = scene.place(one);
        Plane right = scene.beside(left, other);
        byte[] pixels = seen(scene, shot, left, one, random);
        return List.of(
                new Frame(one.text(), Set.of(other.text()), left.outline(one), pixels, width, height),
                new Frame(other.text(), Set.of(one.text()), right.outline(other), pixels, width, height));
    }

    private static byte[] seen(Scene scene, Shot shot, Plane plane, Code code, Random random) {
        Light light = scene.light();
        double module = plane.pixelsPerSide() / Scene.modulesOfCard(code);
        if (shot.blur > 0) {
            light.blur(shot.blur * module);
        }
        if (shot.motion > 0) {
            light.move(shot.motion * module, shot.motionDegrees);
        }
        light.gradient(shot.gradient, random.nextDouble() * 360);
        return light.pixels(random, shot.noise);
    }
}
