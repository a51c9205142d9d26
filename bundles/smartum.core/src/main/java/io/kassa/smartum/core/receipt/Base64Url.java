package io.kassa.smartum.core.receipt;

import io.kassa.smartum.core.json.Unfit;
import java.util.Base64;

/** Base64url in its one canonical spelling: no padding, no white space, no other alphabet, no stray bits at the end. */
final class Base64Url {
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    static byte[] decode(String text) throws Unfit {
        byte[] bytes;
        try {
            bytes = DECODER.decode(text);
        } catch (IllegalArgumentException e) {
            throw new Unfit("not base64url");
        }
        if (!encode(bytes).equals(text)) {
            throw new Unfit("not the canonical spelling of base64url");
        }
        return bytes;
    }

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }
}
