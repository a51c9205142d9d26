package io.kassa.pos.scan;

/** A code that was read, and where in the picture that was looked at. */
record Hit(String text, Outline outline) {

    /** The same hit, where this picture was looked at instead of that one. */
    Hit movedTo(Grey picture, Grey looked) {
        return picture == looked
                ? this
                : new Hit(
                        text,
                        outline.times(
                                (double) picture.width() / looked.width(),
                                (double) picture.height() / looked.height()));
    }

    @Override
    public String toString() {
        return "Hit[" + text.length() + " characters]";
    }
}
