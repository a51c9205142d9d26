package io.kassa.pos.scan.corpus;

import java.util.Random;

/** What a lens, a hand and a sensor do to the light of a scene. */
final class Light {

    private final int width;
    private final int height;
    private float[] levels;

    Light(int width, int height) {
        this.width = width;
        this.height = height;
        levels = new float[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float at(int x, int y) {
        return levels[y * width + x];
    }

    void put(int x, int y, double level) {
        levels[y * width + x] = (float) level;
    }

    /** Out of focus; sigma in pixels. */
    void blur(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] weights = new double[2 * reach + 1];
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = Math.exp(-i * i / (2 * sigma * sigma));
        }
        smear(weights, 1, 0);
        smear(weights, 0, 1);
    }

    /** The hand moved; length in pixels. */
    void move(double length, double degrees) {
        int steps = Math.max(3, (int) Math.ceil(length * 2) | 1);
        double[] weights = new double[steps];
        java.util.Arrays.fill(weights, 1);
        double step = length / (steps - 1);
        smear(weights, Math.cos(Math.toRadians(degrees)) * step, Math.sin(Math.toRadians(degrees)) * step);
    }

    private void smear(double[] weights, double stepX, double stepY) {
        float[] result = new float[levels.length];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int middle = weights.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double level = 0;
                for (int i = 0; i < weights.length; i++) {
                    level += weights[i] * between(x + (i - middle) * stepX, y + (i - middle) * stepY);
                }
                result[y * width + x] = (float) (level / sum);
            }
        }
        levels = result;
    }

    /** Between four pixels, or the pixel itself where the place is one. */
    private float between(double x, double y) {
        double insideX = Math.max(0, Math.min(width - 1, x));
        double insideY = Math.max(0, Math.min(height - 1, y));
        int left = (int) insideX;
        int top = (int) insideY;
        float rightPart = (float) (insideX - left);
        float lowerPart = (float) (insideY - top);
        if (rightPart == 0 && lowerPart == 0) {
            return at(left, top);
        }
        int right = Math.min(width - 1, left + 1);
        int low = Math.min(height - 1, top + 1);
        float upper = at(left, top) * (1 - rightPart) + at(right, top) * rightPart;
        float lower = at(left, low) * (1 - rightPart) + at(right, low) * rightPart;
        return upper * (1 - lowerPart) + lower * lowerPart;
    }

    /** One side brighter than the other by that many levels. */
    void gradient(double strength, double degrees) {
        double x0 = Math.cos(Math.toRadians(degrees)) / width;
        double y0 = Math.sin(Math.toRadians(degrees)) / height;
        for (int i = 0; i < levels.length; i++) {
            levels[i] += (float) (strength * ((i % width - width / 2.0) * x0 + (i / width - height / 2.0) * y0));
        }
    }

    /** What the sensor reads. */
    byte[] pixels(Random random, double noise) {
        byte[] pixels = new byte[levels.length];
        for (int i = 0; i < pixels.length; i++) {
            long level = Math.round(levels[i] + random.nextGaussian() * noise);
            pixels[i] = (byte) Math.max(0, Math.min(255, level));
        }
        return pixels;
    }
}
