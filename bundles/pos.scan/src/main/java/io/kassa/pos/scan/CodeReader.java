package io.kassa.pos.scan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads QR codes. Dense codes (500 to 700 characters) are missed by any single method now and then, even in perfect
 * pictures, so one picture is tried in several ways, the quickest first, until one succeeds or the time is up.
 *
 * <p>Safe for use by many threads. Holds no thread and nothing that must be closed.
 */
public final class CodeReader {

    private final Duration patience;
    private final LongSupplier nanoTime;
    private final PictureFile files = new PictureFile();
    private final Cascade cascade = new Cascade();

    /**
     * @param patience no new attempt is begun after this long. The first attempt is always made, and one that is under way is
     *     not broken off: an attempt on a picture of the largest size read at once (1600 pixels a side) takes some 100 ms.
     */
    public CodeReader(Duration patience) {
        this(patience, System::nanoTime);
    }

    CodeReader(Duration patience, LongSupplier nanoTime) {
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** Reads a PNG or JPEG file of at most {@value PictureFile#MAX_BYTES} bytes and {@value Grey#MAX_PIXELS} pixels. */
    public Reading read(byte[] file) {
        long start = nanoTime.getAsLong();
        return files.decode(file).map(this::unreadable, picture -> search(picture, cascade.still(picture), start));
    }

    /**
     * Reads one camera frame.
     *
     * @param grey one byte a pixel, row by row, 0 is black and 255 is white; not changed and not kept
     */
    public Reading read(byte[] grey, int width, int height) {
        long start = nanoTime.getAsLong();
        return Grey.of(grey, width, height)
                .map(this::unreadable, picture -> search(picture, cascade.live(picture), start));
    }

    private Reading unreadable(Reading.Reason reason) {
        return new Reading.Unreadable(reason);
    }

    private Reading search(Grey whole, Cascade.Search search, long start) {
        for (Cascade.Step step : search.steps()) {
            Optional<Hit> hit = step.attempt().get();
            Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
            if (hit.isPresent()) {
                Reading.Code code = code(hit.get(), whole, search);
                return hit.get().part()
                        ? new Reading.PartFound(code.outline())
                        : new Reading.Found(code, () -> beside(hit.get(), whole, search), step.stage(), took);
            }
            if (took.compareTo(patience) >= 0) {
                break;
            }
        }
        return new Reading.NothingFound(search.grids().sawCode());
    }

    private static List<Reading.Code> beside(Hit first, Grey whole, Cascade.Search search) {
        return search.beside().apply(first).stream()
                .filter(other -> !other.part() && !other.text().equals(first.text()))
                .map(other -> code(other, whole, search))
                .toList();
    }

    private static Reading.Code code(Hit hit, Grey whole, Cascade.Search search) {
        return new Reading.Code(hit.text(), hit.movedTo(whole, search.picture()).outline());
    }
}
