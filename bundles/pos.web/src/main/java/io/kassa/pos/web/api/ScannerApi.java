package io.kassa.pos.web.api;

import io.kassa.pos.scan.Reading;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.io.IOException;
import java.util.Optional;

/** Tries a camera or a picture out: says what was read and how well, and does nothing with it. */
public final class ScannerApi {

    private final Pictures pictures;

    /** @param code when one was read */
    record Look(Optional<SeenCode> code) {}

    public ScannerApi(Pictures pictures) {
        this.pictures = pictures;
    }

    Reply look(Call call) throws IOException, Refused {
        Reading reading = pictures.read(call);
        return Reply.ok(
                new Look(reading instanceof Reading.Found found ? Optional.of(SeenCode.of(found)) : Optional.empty()));
    }
}
