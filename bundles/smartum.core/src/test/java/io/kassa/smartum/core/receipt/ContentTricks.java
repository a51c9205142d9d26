package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.Trick.cheap;
import static io.kassa.smartum.core.receipt.Trick.refused;
import static io.kassa.smartum.core.receipt.Trick.survives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be done to the claims of a receipt before it is signed. What is no strict JSON is not worth a signature check. */
final class ContentTricks {
    private static final String HUGE = "9".repeat(60);

    private ContentTricks() {}

    static List<Trick> all(long now) {
        List<Trick> tricks = new ArrayList<>(forms());
        values(now)
                .forEach((claim, values) -> values.forEach(
                        value -> tricks.add(refused(claim + " " + value, content -> put(content, claim, value)))));
        for (String required : List.of("jti", "venue", "amount", "benefit", "iat")) {
            tricks.add(refused("no " + required, content -> content.replace("\"" + required + "\":", "\"other\":")));
            tricks.add(cheap(required + " twice", content -> with(content, member(content, required))));
            tricks.add(cheap(
                    required + " twice in disguise",
                    content -> with(
                            content,
                            member(content, required).replaceFirst("\"([a-z])", "\"\\\\u00" + hex(required)))));
        }
        return tricks;
    }

    private static List<Trick> forms() {
        return List.of(
                survives(
                        "another claim",
                        content -> with(content, "\"x\":{\"amount\":9,\"y\":[1e9,null,\"\\ud83d\\ude00\"]}")),
                survives("a huge claim", content -> with(content, "\"x\":" + HUGE)),
                survives("white space", content -> content.replace(",", "\n, ").replace("{", " {\t")),
                survives("escapes", content -> content.replace("\"amount\"", "\"\\u0061m\\u006funt\"")),
                cheap("a list", content -> "[" + content + "]"),
                cheap("text behind", content -> content + " {}"),
                cheap("trailing comma", content -> content.replace("}", ",}")),
                cheap("a comment", content -> content.replace(",", ",/**/")),
                cheap("single quotes", content -> content.replace('"', '\'')),
                cheap("bare names", content -> content.replace("\"amount\"", "amount")),
                cheap("byte order mark", content -> "\uFEFF" + content),
                cheap("leading zero", content -> content.replace("\"amount\":", "\"amount\":0")),
                cheap("plus sign", content -> content.replace("\"amount\":", "\"amount\":+")),
                cheap("too deep", content -> with(content, "\"x\":" + "[".repeat(16) + "]".repeat(16))),
                cheap("too many digits", content -> with(content, "\"x\":" + "9".repeat(101))),
                cheap("not a number", content -> with(content, "\"x\":NaN")),
                cheap("nothing", content -> ""),
                cheap("null", content -> "null"),
                cheap("a number", content -> "1000"));
    }

    private static Map<String, List<String>> values(long now) {
        return Map.of(
                "amount",
                        List.of(
                                "-1",
                                "0",
                                "100001",
                                "1e3",
                                "1000.0",
                                "\"1000\"",
                                "null",
                                "true",
                                "[1000]",
                                "{}",
                                HUGE,
                                "-" + HUGE),
                "iat", List.of("-1", "" + (now + 301), now + "000", now + ".0", "1e9", "\"" + now + "\"", "null", HUGE),
                "exp", List.of("" + now, "0", "-1", now + ".5", "\"" + now + "\"", "null", HUGE),
                "nbf", List.of("" + (now + 301), "-1", now + ".0", "\"0\"", "null", HUGE),
                "currency", List.of("\"SEK\"", "\"eur\"", "\"EUR \"", "\"\"", "null", "978"),
                "status", List.of("\"refunded\"", "\"cancelled\"", "\"PAID\"", "\"\"", "null", "true"),
                "card_amount", List.of("-1", "100001", "\"1\"", "0.5", "null", HUGE),
                "jti",
                        List.of(
                                "\"\"",
                                "null",
                                "1",
                                "\"tx_\"",
                                "\"tx_../../x\"",
                                "\"tx_\\u0000\"",
                                "\"tx_" + "A".repeat(101) + "\""),
                "venue",
                        List.of(
                                "\"\"",
                                "null",
                                "\"ven_pDmadXvNHA6XWoew \"",
                                "\"ven_\u0440DmadXvNHA6XWoew\"",
                                "[\"ven_pDmadXvNHA6XWoew\"]"),
                "benefit",
                        List.of(
                                "\"\"",
                                "null",
                                "\"Exercise\"",
                                "\"massage\"",
                                "\"exer\u00adcise\"",
                                "{\"exercise\":1}"));
    }

    private static String put(String content, String claim, String value) {
        String bare = content.replaceFirst("\"" + claim + "\":(\"[^\"]*\"|[0-9]+),?", "")
                .replace(",}", "}");
        return with(bare, "\"" + claim + "\":" + value);
    }

    private static String member(String content, String claim) {
        return content.replaceFirst(".*(\"" + claim + "\":(\"[^\"]*\"|[0-9]+)).*", "$1");
    }

    private static String with(String content, String member) {
        return content.substring(0, content.length() - 1) + "," + member + "}";
    }

    private static String hex(String name) {
        return Integer.toHexString(name.charAt(0));
    }
}
