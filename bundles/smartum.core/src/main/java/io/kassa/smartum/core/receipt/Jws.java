package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.json.JsonObject;
import io.kassa.smartum.core.json.StrictJson;
import io.kassa.smartum.core.json.Unfit;
import java.util.List;
import java.util.regex.Pattern;

/** The three parts of a compact JWS (RFC 7515), split and decoded strictly; nothing of it is trusted yet. */
final class Jws {
    private static final Pattern LOOK = Pattern.compile("[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]*");

    /** They name or change the key or the signed bytes (RFC 7515, RFC 7797); the provider's receipts have none. */
    private static final List<String> FORBIDDEN = List.of("crit", "b64", "jwk", "jku", "x5c", "x5u", "zip", "enc");

    private final String text;
    private final int headerEnd;
    private final int payloadEnd;

    private Jws(String text, int headerEnd, int payloadEnd) {
        this.text = text;
        this.headerEnd = headerEnd;
        this.payloadEnd = payloadEnd;
    }

    /** A header starts with a brace, a quotation mark and a letter, which base64 writes as these three. */
    static boolean looksLikeOne(String text) {
        return text.startsWith("eyJ") || LOOK.matcher(text).matches();
    }

    static Jws split(String text) throws Unfit {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            throw new Unfit("not three parts");
        }
        return new Jws(text, first, second);
    }

    JsonObject header() throws Unfit {
        return StrictJson.object(Base64Url.decode(text.substring(0, headerEnd)));
    }

    JsonObject payload() throws Unfit {
        return StrictJson.object(Base64Url.decode(text.substring(headerEnd + 1, payloadEnd)));
    }

    byte[] signature() throws Unfit {
        return Base64Url.decode(text.substring(payloadEnd + 1));
    }

    /** What the signature was made over. */
    String signed() {
        return text.substring(0, payloadEnd);
    }

    static boolean isSuspicious(JsonObject header) {
        return FORBIDDEN.stream().anyMatch(header::has);
    }
}
