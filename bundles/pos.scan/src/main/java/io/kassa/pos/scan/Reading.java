package io.kassa.pos.scan;

import java.time.Duration;
import java.util.Optional;

/** What one picture said. A text that was found is never part of {@code toString}: it may be a customer's receipt. */
public sealed interface Reading {

    /** The text, when there is one. */
    default Optional<String> text() {
        return this instanceof Found found ? Optional.of(found.content()) : Optional.empty();
    }

    /**
     * A code was read. When the picture holds several codes it is one of them.
     *
     * @param outline where it is
     * @param stage how it was read
     * @param took from the picture's arrival to the text
     */
    record Found(String content, Outline outline, Stage stage, Duration took) implements Reading {
        @Override
        public String toString() {
            return "Found[" + content.length() + " characters, " + stage + "]";
        }
    }

    /**
     * A code was read that holds only a part of a text, and says so (structured append, ISO/IEC 18004). What it says is of no use
     * without the others, so it is not told.
     *
     * @param outline where it is
     */
    record PartFound(Outline outline) implements Reading {}

    /**
     * The picture is sound, and no code was read in it within the time allowed.
     *
     * @param inView whether three squares were seen that could be the corners of a code
     */
    record NothingFound(boolean inView) implements Reading {}

    /** There is no picture to look at. */
    record Unreadable(Reason reason) implements Reading {}

    /** Why there is no picture to look at. */
    enum Reason {
        /** Nothing was sent. */
        EMPTY,
        /** Neither PNG nor JPEG. */
        FORMAT,
        /** More bytes, pixels, or passes over the pixels than are accepted. */
        TOO_LARGE,
        /** It starts like a picture, and cannot be decoded; or its size does not fit its pixels. */
        BROKEN
    }
}
