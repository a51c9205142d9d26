package io.kassa.pos.scan;

/** Makes edges of a few pixels stand out: noise is smoothed first, then each pixel is moved away from the mean around it. */
final class Sharpening {

    /** The mean is over a square of this many pixels to each side. */
    private static final int REACH = 2;

    /** How many times as far from the mean. */
    private static final int STRENGTH = 5;

    private Sharpening() {}

    static Grey sharpened(Grey picture) {
        Grey smooth = Smoothing.smoothed(picture);
        byte[] means = Smoothing.means(smooth, REACH).pixels();
        byte[] pixels = new byte[means.length];
        for (int i = 0; i < pixels.length; i++) {
            int mean = means[i] & 0xFF;
            int level = mean + STRENGTH * ((smooth.pixels()[i] & 0xFF) - mean);
            pixels[i] = (byte) Math.max(0, Math.min(255, level));
        }
        return new Grey(pixels, smooth.width(), smooth.height());
    }
}
