package io.kassa.pos.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The body of a request, never more of it than is wanted. */
final class Body {

    /** Twice the largest upload that is taken. */
    private static final long MOST_DRAINED = 64L << 20;

    private Body() {}

    /** Whether a body is said to follow; it may take its time. */
    static boolean isAnnounced(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    static byte[] read(HttpServletRequest request, int most) throws IOException, Refused {
        if (request.getContentLengthLong() > most) {
            throw new Refused(Refusal.TOO_LARGE);
        }
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Refused(Refusal.TOO_LARGE);
        }
        return bytes;
    }

    /**
     * Reads what is left: a connection with an unread body is closed by the server, and who is still sending it, or has the next
     * request on its way, would see a broken connection instead of an answer.
     *
     * @return whether the end was reached
     */
    static boolean drained(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_DRAINED) {
            return false;
        }
        InputStream in = request.getInputStream();
        byte[] thrownAway = new byte[8192];
        for (long read = 0; read <= MOST_DRAINED; ) {
            int some = in.read(thrownAway);
            if (some < 0) {
                return true;
            }
            read += some;
        }
        return false;
    }

    /** The media type without its parameters. */
    static String type(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
