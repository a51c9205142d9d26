package io.kassa.pos.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The body of a request, never more of it than is wanted. */
final class Body {

    private Body() {}

    static byte[] read(HttpServletRequest request, int most) throws IOException, Refused {
        if (request.getContentLengthLong() > most) {
            throw new Refused(Refusal.TOO_LARGE);
        }
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refused(Refusal.TOO_LARGE);
            }
            return bytes;
        }
    }

    /** The media type without its parameters. */
    static String type(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
