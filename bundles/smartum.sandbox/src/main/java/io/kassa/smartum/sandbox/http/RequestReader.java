package io.kassa.smartum.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the HTTP/1.1 requests of one connection, one after the other. */
final class RequestReader {
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 100;
    private static final int MAX_BODY = 1024 * 1024;

    /** The peer does not speak HTTP as this server understands it. */
    static final class Malformed extends IOException {
        Malformed(String why) {
            super(why);
        }
    }

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request; throws {@link EOFException} when the peer has no more. */
    HttpRequest next() throws IOException {
        String[] start = line().split(" ");
        if (start.length != 3 || !start[2].startsWith("HTTP/1.") || !start[1].startsWith("/")) {
            throw new Malformed("not a request line of HTTP/1.1");
        }
        Map<String, String> headers = headers();
        int mark = start[1].indexOf('?');
        String path = mark < 0 ? start[1] : start[1].substring(0, mark);
        String query = mark < 0 ? "" : start[1].substring(mark + 1);
        try {
            return new HttpRequest(
                    start[0],
                    HttpRequest.decode(path.replace("+", "%2B")),
                    HttpRequest.form(query),
                    headers,
                    body(headers));
        } catch (IllegalArgumentException e) {
            throw new Malformed("a broken % sequence or length");
        }
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MAX_HEADERS) {
                throw new Malformed("too many headers, or one without a name");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            throw new Malformed("a length is required");
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length < 0 || length > MAX_BODY) {
            throw new Malformed("the body is too large");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return body;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (line.size() == MAX_LINE) {
                throw new Malformed("a line is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
