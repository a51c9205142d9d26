package io.kassa.pos.scan.corpus;

/**
 * One grey picture and what is written in it.
 *
 * @param pixels one byte a pixel, row by row, 0 is black
 */
public record Frame(String text, byte[] pixels, int width, int height) {

    @Override
    public String toString() {
        return "Frame[" + width + "x" + height + "]";
    }
}
