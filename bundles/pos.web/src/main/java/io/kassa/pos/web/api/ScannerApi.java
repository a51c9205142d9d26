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
     */
    record Look(Optional<SeenCode> code, Optional<Unusable> unusable) {}

    /** @param outline when there is a code */
    record Where(Optional<List<Corner>> outline) {}

    public ScannerApi(Pictures pictures) {
        this.pictures = pictures;
    }

    /** For a page that waits for what comes of the code, and can show already which one it is. */
    Reply outline(Call call) throws IOException, Refused {
        Reading reading = pictures.read(call);
        return Reply.ok(new Where(
                reading instanceof Reading.Found found ? Optional.of(Corner.all(found.outline())) : Optional.empty()));
    }

    Reply look(Call call) throws IOException, Refused {
        Reading reading = pictures.read(call);
        return Reply.ok(new Look(
                reading instanceof Reading.Found found ? Optional.of(SeenCode.of(found)) : Optional.empty(),
                reading instanceof Reading.PartFound ? Optional.of(Unusable.PART) : Optional.empty()));
    }
}
