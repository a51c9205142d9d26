package io.kassa.pos.web.api;

import io.kassa.pos.scan.Reading;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tries a camera or a picture out: says what was read and how well, and does nothing with it. */
public final class ScannerApi {

    private final Pictures pictures;

    /**
     * @param code when one was read
     * @param unusable why what was read is no code
     * @param outlines the corners of what was read
     */
    record Look(Optional<SeenCode> code, Optional<Unusable> unusable, List<List<Corner>> outlines) {

        static Look at(Reading reading) {
            if (reading instanceof Reading.Found found) {
                List<Corner> outline = Corner.all(found.code().outline());
                return new Look(Optional.of(SeenCode.of(found)), Optional.empty(), List.of(outline));
            }
            return reading instanceof Reading.PartFound part
                    ? new Look(Optional.empty(), Optional.of(Unusable.PART), List.of(Corner.all(part.outline())))
                    : new Look(Optional.empty(), Optional.empty(), List.of());
        }
    }

    /** @param outlines the corners of each code that may be meant */
    record Where(List<List<Corner>> outlines) {}

    public ScannerApi(Pictures pictures) {
        this.pictures = pictures;
    }

    /** For a page that waits for what comes of the code, and can show already which one that is. */
    Reply outlines(Call call) throws IOException, Refused {
        Meant meant = pictures.read(call, Meant::of);
        return Reply.ok(new Where(
                meant.codes().stream().map(code -> Corner.all(code.outline())).toList()));
    }

    Reply look(Call call) throws IOException, Refused {
        return Reply.ok(Look.at(pictures.read(call)));
    }
}
