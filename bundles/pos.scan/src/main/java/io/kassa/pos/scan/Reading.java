package io.kassa.pos.scan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What one picture said. A text that was found is never part of {@code toString}: it may be a customer's receipt. */
public sealed interface Reading {

    /** The text, when there is one. */
    default Optional<String> text() {
        return this instanceof Found found ? Optional.of(found.code().content()) : Optional.empty();
    }

    /** What a code says, and where in the picture it is. */
    record Code(String content, Outline outline) {
        @Override
        public String toString() {
            return "Code[" + content.length() + " characters]";
        }
    }

    /**
     * A code was read. When the picture holds several codes it is one of them.
     *
     * @param others looks for the others, which say something else: work for whoever is about to act on the code, about as much as
     *     reading a clean frame. Each call does it anew. One that is hard to read may be missed.
     * @param stage how it was read
     * @param took from the picture's arrival to the text
     */
    record Found(Code code, Supplier<List<Code>> others, Stage stage, Duration took) implements Reading {
        @Override
        public String toString() {
            return "Found[" + code + ", " + stage + "]";
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
