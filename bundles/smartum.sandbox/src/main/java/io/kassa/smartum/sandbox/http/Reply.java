package io.kassa.smartum.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the socket does next: an answer, or one of the ways in which an answer does not come. */
public sealed interface Reply {

    /** A whole answer. Length, date and connection headers are the socket's. */
    record Answer(int status, Map<String, String> headers, byte[] body) implements Reply {

        public static Answer json(int status, String json) {
            return new Answer(
                    status, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer of(int status, String type, byte[] body) {
            return new Answer(status, Map.of("Content-Type", type), body);
        }

        public static Answer empty(int status) {
            return new Answer(status, Map.of(), new byte[0]);
        }

        public Answer with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }
    }

    /** Promises the whole answer, sends half of its body, and closes the connection. */
    record Cut(Answer answer) implements Reply {}

    /** Sends the answer byte by byte. */
    record Drip(Answer answer, int millisPerByte) implements Reply {}

    /** Sends the answer after a while. */
    record Late(Answer answer, int millis) implements Reply {}

    /** Sends a JSON text that never seems to end. */
    record Flood(long bytes) implements Reply {}

    /** Says nothing for that long, then closes. */
    record Silence(int seconds) implements Reply {}

    /** Resets the connection (RST) without a word. */
    record Reset() implements Reply {}

    /** An answer that is written as things happen, until the peer goes or the socket is closed. */
    record Stream(String contentType, Writer writer) implements Reply {
        /** Writes until it returns or the peer is gone. */
        public interface Writer {
            void writeTo(OutputStream out) throws IOException, InterruptedException;
        }
    }
}
