package io.kassa.smartum.sandbox.web;

import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.http.Reply;
import io.kassa.smartum.sandbox.http.Reply.Answer;
import io.kassa.smartum.sandbox.receipt.QrPicture;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.receipt.Specials;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code of a receipt: {@code /receipts/ID.svg}, {@code .png?scale=8}, and {@code .txt} for what it says. */
final class Pictures {
    private static final Pattern PATH = Pattern.compile("/receipts/([^/.]+)\\.(svg|png|txt)");
    private static final int SCALE = 8;
    private static final int LARGEST_SCALE = 20;

    private final Bench bench;

    Pictures(Bench bench) {
        this.bench = bench;
    }

    Optional<Reply> reply(HttpRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!request.method().equals("GET") || !path.matches()) {
            return Optional.empty();
        }
        return find(path.group(1)).flatMap(receipt -> draw(receipt, path.group(2), request));
    }

    private Optional<Reply> draw(Receipt receipt, String kind, HttpRequest request) {
        if (kind.equals("txt")) {
            return Optional.of(
                    Answer.of(200, "text/plain; charset=utf-8", receipt.text().getBytes(StandardCharsets.UTF_8)));
        }
        return receipt.picture()
                .map(picture -> kind.equals("svg") ? svg(picture) : png(picture, receipt.id(), request));
    }

    private static Reply svg(QrPicture picture) {
        return Answer.of(200, "image/svg+xml", picture.svg().getBytes(StandardCharsets.UTF_8));
    }

    private static Reply png(QrPicture picture, String id, HttpRequest request) {
        int scale = Integer.parseInt(request.query().getOrDefault("scale", String.valueOf(SCALE)));
        byte[] file = picture.png(Math.max(1, Math.min(LARGEST_SCALE, scale)));
        return Answer.of(200, "image/png", file).with("Content-Disposition", "inline; filename=\"" + id + ".png\"");
    }

    private Optional<Receipt> find(String id) {
        return bench.receipts()
                .of(id)
                .or(() -> bench.specials().recent().stream()
                        .map(Specials.Issued::receipt)
                        .filter(receipt -> receipt.id().equals(id))
                        .findFirst());
    }
}
