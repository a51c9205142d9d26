package io.kassa.smartum.sandbox.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** One connection of one peer: reads requests, writes replies, keeps alive. */
final class Connection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final int IDLE_MILLIS = 60_000;

    private final Socket socket;
    private final Handler handler;
    private final Clock clock;

    Connection(Socket socket, Handler handler, Clock clock) throws IOException {
        this.socket = socket;
        this.handler = handler;
        this.clock = clock;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(IDLE_MILLIS);
    }

    void run() {
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            RequestReader reader = new RequestReader(in);
            boolean more = true;
            while (more) {
                HttpRequest request = reader.next();
                more = send(reply(request), request) && !request.wantsClose();
            }
        } catch (RequestReader.Malformed e) {
            complain(e.getMessage());
        } catch (IOException e) {
            // the peer went away or fell silent: nobody is left to tell
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // closing is all that was wanted
        }
    }

    /** A bug in here must not look like trouble that was scripted. */
    private Reply reply(HttpRequest request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, request.method() + " " + request.path(), e);
            return Reply.Answer.empty(500);
        }
    }

    /** True when the connection can carry another request. */
    private boolean send(Reply reply, HttpRequest request) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        if (reply instanceof Reply.Answer answer) {
            whole(out, answer, request);
            return true;
        }
        if (reply instanceof Reply.Late late) {
            Thread.sleep(late.millis());
            whole(out, late.answer(), request);
            return true;
        }
        if (reply instanceof Reply.Drip drip) {
            drip(out, drip);
            // slow, but whole: whoever sends the next request on this connection must not lose it
            return true;
        }
        if (reply instanceof Reply.Cut cut) {
            byte[] body = cut.answer().body();
            out.write(head(cut.answer(), body.length));
            out.write(body, 0, body.length / 2);
            out.flush();
        } else if (reply instanceof Reply.Flood flood) {
            flood(out, flood.bytes());
        } else if (reply instanceof Reply.Silence silence) {
            waitForPeerToLeave(silence.seconds() * 1000);
        } else if (reply instanceof Reply.Reset) {
            socket.setSoLinger(true, 0);
        } else if (reply instanceof Reply.Stream stream) {
            out.write(streamHead(stream));
            stream.writer().writeTo(out);
        }
        return false;
    }

    private void whole(OutputStream out, Reply.Answer answer, HttpRequest request) throws IOException {
        boolean bodiless = request.method().equals("HEAD");
        out.write(join(head(answer, answer.body().length), bodiless ? new byte[0] : answer.body()));
        out.flush();
    }

    private void drip(OutputStream out, Reply.Drip drip) throws IOException, InterruptedException {
        out.write(head(drip.answer(), drip.answer().body().length));
        for (byte one : drip.answer().body()) {
            out.write(one);
            out.flush();
            Thread.sleep(drip.millisPerByte());
        }
    }

    private void flood(OutputStream out, long bytes) throws IOException {
        byte[] start = "{\"data\":\"".getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);
        out.write(head(Reply.Answer.json(200, ""), Math.max(bytes, start.length)));
        out.write(start);
        for (long left = bytes - start.length; left > 0; left -= chunk.length) {
            out.write(chunk, 0, (int) Math.min(left, chunk.length));
        }
        out.flush();
    }

    private void waitForPeerToLeave(int millis) throws IOException {
        socket.setSoTimeout(Math.max(1, millis));
        try {
            socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            // the silence is over
        }
    }

    private void complain(String why) {
        try {
            Reply.Answer answer = Reply.Answer.of(400, "text/plain", why.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(join(head(answer, answer.body().length), answer.body()));
        } catch (IOException e) {
            // the peer did not stay to hear it
        }
    }

    private byte[] head(Reply.Answer answer, long length) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", date());
        headers.putAll(answer.headers());
        headers.put("Content-Length", String.valueOf(length));
        return head(answer.status(), headers);
    }

    private byte[] streamHead(Reply.Stream stream) {
        return head(
                200, Map.of("Content-Type", stream.contentType(), "Cache-Control", "no-store", "Connection", "close"));
    }

    private static byte[] head(int status, Map<String, String> headers) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " \r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
