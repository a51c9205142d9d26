package io.kassa.smartum.sandbox.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kassa.smartum.sandbox.books.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes compact JWS texts with nothing but the JDK: good ones, and those that nobody should accept. */
final class Jws {
    private Jws() {}

    static String es512(Keys keys, Map<String, Object> claims) {
        String content = content(header("ES512", keys.id()), claims);
        return content + "." + ecdsa("SHA512withECDSAinP1363Format", keys, content);
    }

    static String es256(Keys keys, String kid, Map<String, Object> claims) {
        String content = content(header("ES256", kid), claims);
        return content + "." + ecdsa("SHA256withECDSAinP1363Format", keys, content);
    }

    /** Signed with the text of the public key as a shared secret: the classic confusion of algorithms. */
    static String hs256(Keys keys, Map<String, Object> claims) {
        String content = content(header("HS256", keys.id()), claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.publicPem().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(Map<String, Object> claims) {
        return content(Map.of("alg", "none"), claims) + ".";
    }

    /** The header and signature of a genuine receipt around other claims. */
    static String forged(String genuine, Map<String, Object> claims) {
        String[] parts = genuine.split("\\.");
        return parts[0] + "." + base64(json(claims)) + "." + parts[2];
    }

    /** Signed by the right key, but its header says what it must not say. */
    static String es512(Keys keys, Map<String, Object> moreHeaders, Map<String, Object> claims) {
        Map<String, Object> header = header("ES512", keys.id());
        header.putAll(moreHeaders);
        String content = content(header, claims);
        return content + "." + ecdsa("SHA512withECDSAinP1363Format", keys, content);
    }

    private static Map<String, Object> header(String algorithm, String kid) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm);
        header.put("kid", kid);
        return header;
    }

    private static String content(Map<String, Object> header, Map<String, Object> claims) {
        return base64(json(header)) + "." + base64(json(claims));
    }

    private static String ecdsa(String algorithm, Keys keys, String content) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(keys.secret());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] json(Map<String, Object> members) {
        try {
            return Json.mapper().writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
