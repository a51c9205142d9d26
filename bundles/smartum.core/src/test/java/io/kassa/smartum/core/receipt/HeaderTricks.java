package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.Trick.cheap;
import static io.kassa.smartum.core.receipt.Trick.survives;

import java.util.ArrayList;
import java.util.List;

/** What can be done to a header. A bad one is never worth a signature check. */
final class HeaderTricks {
    private static final String ALG = "\"ES512\"";

    private static final List<String> ALGORITHMS = List.of(
            "\"none\"",
            "\"NONE\"",
            "\"HS512\"",
            "\"ES256\"",
            "\"ES384\"",
            "\"RS512\"",
            "\"es512\"",
            "\"ES512 \"",
            "\"ES512\\u0000\"",
            "\"\"",
            "null",
            "512",
            "[\"ES512\"]",
            "{\"alg\":\"ES512\"}",
            "\"ES512\",\"alg\":\"ES512\"",
            "\"ES512\",\"\\u0061lg\":\"none\"");

    private static final List<String> MEMBERS = List.of(
            "\"crit\":[\"exp\"]",
            "\"crit\":[]",
            "\"crit\":null",
            "\"\\u0063rit\":[\"exp\"]",
            "\"b64\":false",
            "\"b64\":true",
            "\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-521\",\"x\":\"AA\",\"y\":\"AA\"}",
            "\"jku\":\"https://evil.example/keys\"",
            "\"x5c\":[\"MIIB\"]",
            "\"x5u\":\"https://evil.example/certificate\"",
            "\"zip\":\"DEF\"",
            "\"enc\":\"A256GCM\"",
            "\"n\":" + "9".repeat(101),
            "\"n\":" + "[".repeat(17) + "]".repeat(17),
            "\"n\":01",
            "\"n\":.5",
            "\"n\":NaN",
            "\"n\":'x'",
            "\"n\":\"\\x\"",
            "\"n\":\"\u0001\"",
            "\"n\"",
            "",
            "/**/\"n\":1");

    private static final List<String> KIDS =
            List.of("\"\"", "null", "1", "[]", "\"nobody\"", "\"../../key\"", "\"' OR 1=1\"");

    private HeaderTricks() {}

    static List<Trick> all() {
        List<Trick> tricks = new ArrayList<>(List.of(
                survives(
                        "another member",
                        header -> with(header, "\"typ\":\"JWT\",\"x\":[1.5,null,\"\\ud83d\\ude00\"]")),
                survives("white space", header -> header.replace(",", " ,\r\n\t")),
                survives("a huge number", header -> with(header, "\"n\":" + "9".repeat(100))),
                survives("escapes", header -> header.replace("alg", "\\u0061lg").replace("kid", "k\\u0069d")),
                cheap("a list", header -> "[" + header + "]"),
                cheap("text behind", header -> header + "{}"),
                cheap("byte order mark", header -> "\uFEFF" + header),
                cheap("cut off", header -> header.substring(0, header.length() - 1)),
                cheap("no algorithm", header -> header.replace("\"alg\":\"ES512\",", "")),
                cheap("no kid", header -> header.replaceAll(",\"kid\":\"[^\"]*\"", "")),
                cheap(
                        "kid twice",
                        header -> with(header, header.substring(header.indexOf("\"kid"), header.length() - 1)))));
        ALGORITHMS.forEach(value -> tricks.add(cheap("alg " + value, header -> header.replace(ALG, value))));
        MEMBERS.forEach(member -> tricks.add(cheap("member " + member, header -> with(header, member))));
        KIDS.forEach(kid ->
                tricks.add(cheap("kid " + kid, header -> header.replaceAll("\"kid\":\"[^\"]*\"", "\"kid\":" + kid))));
        return tricks;
    }

    private static String with(String header, String member) {
        return header.substring(0, header.length() - 1) + "," + member + "}";
    }
}
