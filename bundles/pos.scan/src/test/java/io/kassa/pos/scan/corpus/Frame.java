package io.kassa.pos.scan.corpus;

import io.kassa.pos.scan.Outline;
import java.util.Set;

/**
 * One grey picture and what is written in it.
 *
 * @param text of the receipt
 * @param beside what other codes in the picture say
 * @param outline where the receipt's code is
 * @param pixels one byte a pixel, row by row, 0 is black
 */
public record Frame(String text, Set<String> beside, Outline outline, byte[] pixels, int width, int height) {

    @Override
    public String toString() {
        return "Frame[" + width + "x" + height + "]";
    }
}
