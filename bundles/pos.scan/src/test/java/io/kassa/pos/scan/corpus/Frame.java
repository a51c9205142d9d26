package io.kassa.pos.scan.corpus;

import io.kassa.pos.scan.Outline;

/**
 * One grey picture and what is written in it.
 *
 * @param outline where the code is
 * @param pixels one byte a pixel, row by row, 0 is black
 */
public record Frame(String text, Outline outline, byte[] pixels, int width, int height) {

    @Override
    public String toString() {
        return "Frame[" + width + "x" + height + "]";
    }
}
