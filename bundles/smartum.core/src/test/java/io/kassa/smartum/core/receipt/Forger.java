package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.TestSigner.OURS;
import static io.kassa.smartum.core.receipt.TestSigner.base64;

import io.kassa.smartum.core.receipt.Trick.Fate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes receipts as an attacker does who knows the form, and as a signer does who errs: a good one, and things done to its header,
 * its content, its signature and its text. Says of each what must become of it.
 */
final class Forger {
    /**
     * @param fate what must become of it
     * @param transaction of the receipt that it was
     * @param done what was done to it
     */
    record Forgery(String text, Fate fate, String transaction, long cents, List<String> done) {}

    private static final Trick NOTHING = Trick.survives("-", part -> part);
    private static final Trick SIGNED = Trick.survives("-", SignatureTricks::signed);

    private final Random random;
    private final long now;
    private final List<Trick> headers;
    private final List<Trick> contents;
    private final List<Trick> signatures;
    private final List<Trick> texts;
    private int issued;

    Forger(long seed, long now) {
        this.random = new Random(seed);
        this.now = now;
        this.headers = HeaderTricks.all();
        this.contents = ContentTricks.all(now);
        this.signatures = SignatureTricks.all(random);
        this.texts = TextTricks.all(random);
    }

    Forgery next() {
        String transaction = "tx_%016d".formatted(++issued);
        long cents = 1 + random.nextInt(100_000);
        int alone = issued - 1;
        Trick header = one(headers, NOTHING, alone);
        Trick content = one(contents, NOTHING, alone -= headers.size());
        Trick signature = one(signatures, SIGNED, alone -= contents.size());
        Trick text = one(texts, NOTHING, alone - signatures.size());
        String parts = base64(header.on().apply(OURS.header())) + "."
                + base64(content.on().apply(content(transaction, cents)));
        return new Forgery(
                text.on().apply(signature.on().apply(parts)),
                fate(text, header, content, signature),
                transaction,
                cents,
                List.of(header.name(), content.name(), signature.name(), text.name()));
    }

    /** First each trick by itself, then any; two parts of three are left alone. */
    private Trick one(List<Trick> tricks, Trick otherwise, int alone) {
        if (isOneByOne()) {
            return alone >= 0 && alone < tricks.size() ? tricks.get(alone) : otherwise;
        }
        return random.nextInt(3) > 0 ? otherwise : tricks.get(random.nextInt(tricks.size()));
    }

    private boolean isOneByOne() {
        return issued <= headers.size() + contents.size() + signatures.size() + texts.size();
    }

    /** A letter changed in the text can change what was done before it: a second kid may become another member. */
    private static Fate fate(Trick text, Trick... parts) {
        List<Fate> fates = Stream.of(parts).map(Trick::fate).toList();
        if (text.fate() == Fate.SURVIVES && fates.contains(Fate.CHEAP)) {
            return Fate.CHEAP;
        }
        return text.fate() == Fate.SURVIVES && fates.contains(Fate.REFUSED) ? Fate.REFUSED : text.fate();
    }

    private String content(String transaction, long cents) {
        List<String> claims = new ArrayList<>(List.of(
                "\"jti\":\"" + transaction + "\"",
                "\"venue\":\"ven_pDmadXvNHA6XWoew\"",
                "\"benefit\":\"exercise\"",
                "\"amount\":" + cents,
                "\"iat\":" + (now + 300 - random.nextInt(100_000))));
        List<String> optional = List.of(
                "\"currency\":\"EUR\"",
                "\"status\":\"paid\"",
                "\"exp\":" + (now + 1 + random.nextInt(100)),
                "\"nbf\":" + (now + 300 - random.nextInt(1000)),
                "\"card_amount\":" + random.nextInt((int) cents + 1),
                "\"iss\":\"https://api.smartum.fi\"",
                "\"product_name\":\"\\u00e4 \u20ac\"");
        optional.stream().filter(claim -> !isOneByOne() && random.nextBoolean()).forEach(claims::add);
        Collections.shuffle(claims, random);
        return "{" + String.join(",", claims) + "}";
    }
}
