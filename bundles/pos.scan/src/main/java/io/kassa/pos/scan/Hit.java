package io.kassa.pos.scan;

import com.google.zxing.common.DecoderResult;

/**
 * A code that was read, and where in the picture that was looked at.
 *
 * @param part whether the text goes on in another code
 */
record Hit(String text, boolean part, Outline outline) {

    /** The low half of the number that each part of a text carries: how many parts come after the first. */
    private static final int PARTS_AFTER_FIRST = 0x0F;

    static Hit of(DecoderResult code, Outline outline) {
        return of(code.getText(), code.hasStructuredAppend() ? code.getStructuredAppendSequenceNumber() : 0, outline);
    }

    /** @param sequence as ZXing has it: which part it is, and of how many; 0 if it says nothing of parts */
    static Hit of(String text, int sequence, Outline outline) {
        return new Hit(text, (sequence & PARTS_AFTER_FIRST) > 0, outline);
    }

    /** The same hit, where this picture was looked at instead of that one. */
    Hit movedTo(Grey picture, Grey looked) {
        return picture == looked
                ? this
                : new Hit(
                        text,
                        part,
                        outline.times(
                                (double) picture.width() / looked.width(),
                                (double) picture.height() / looked.height()));
    }

    @Override
    public String toString() {
        return "Hit[" + text.length() + " characters]";
    }
}
