package io.kassa.pos.scan;

/** A grey picture, one byte a pixel, row by row. Whoever holds one must not write to its pixels. */
record Grey(byte[] pixels, int width, int height) {

    /** Room for what a phone takes, 4000 by 3000. */
    static final int MAX_PIXELS = 16_000_000;

    static Decoded of(byte[] pixels, int width, int height) {
        if (pixels.length == 0) {
            return new Decoded.Refused(Reading.Reason.EMPTY);
        }
        if (width <= 0 || height <= 0 || (long) width * height != pixels.length) {
            return new Decoded.Refused(Reading.Reason.BROKEN);
        }
        if (tooLarge(width, height)) {
            return new Decoded.Refused(Reading.Reason.TOO_LARGE);
        }
        return new Decoded.Sound(new Grey(pixels, width, height));
    }

    static boolean tooLarge(int width, int height) {
        return (long) width * height > MAX_PIXELS;
    }

    Grey inverted() {
        byte[] inverted = new byte[pixels.length];
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~pixels[i];
        }
        return new Grey(inverted, width, height);
    }

    /** The same picture with its longer side at most this long: each new pixel is the mean of the ones it covers. */
    Grey within(int side) {
        return scaled(Math.min(1.0, side / (double) Math.max(width, height)));
    }

    /** The same picture smaller; a factor of 1 is the picture itself. */
    Grey scaled(double factor) {
        int newWidth = (int) (width * factor);
        int newHeight = (int) (height * factor);
        if (factor >= 1 || newWidth < 1 || newHeight < 1) {
            return this;
        }
        byte[] smaller = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            int top = (int) ((long) y * height / newHeight);
            int bottom = (int) ((long) (y + 1) * height / newHeight);
            for (int x = 0; x < newWidth; x++) {
                int left = (int) ((long) x * width / newWidth);
                int right = (int) ((long) (x + 1) * width / newWidth);
                smaller[y * newWidth + x] = mean(left, right, top, bottom);
            }
        }
        return new Grey(smaller, newWidth, newHeight);
    }

    private byte mean(int left, int right, int top, int bottom) {
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += pixels[y * width + x] & 0xFF;
            }
        }
        return (byte) (sum / ((right - left) * (bottom - top)));
    }

    /** Between four pixels; outside the picture it is as at its edge. */
    double between(double x, double y) {
        return x >= 0 && y >= 0 && x < width - 1 && y < height - 1
                ? inside(x, y)
                : inside(Math.max(0, Math.min(width - 1.001, x)), Math.max(0, Math.min(height - 1.001, y)));
    }

    private double inside(double x, double y) {
        int left = (int) x;
        int top = (int) y;
        double rightPart = x - left;
        int place = top * width + left;
        int leftUpper = pixels[place] & 0xFF;
        int leftLower = pixels[place + width] & 0xFF;
        double upper = leftUpper + ((pixels[place + 1] & 0xFF) - leftUpper) * rightPart;
        double lower = leftLower + ((pixels[place + width + 1] & 0xFF) - leftLower) * rightPart;
        return upper + (lower - upper) * (y - top);
    }
}
