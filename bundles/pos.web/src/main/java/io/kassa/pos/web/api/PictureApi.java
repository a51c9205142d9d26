package io.kassa.pos.web.api;

import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.scan.Reading;
import io.kassa.pos.spi.payment.Answer;
import io.kassa.pos.spi.payment.AttemptId;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Refusal;
import io.kassa.pos.web.http.Refused;
import io.kassa.pos.web.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Scanning with a picture: the code in it is answered as if a scanner had typed it, and goes nowhere else. */
public final class PictureApi {

    private final Selling selling;
    private final Receipts receipts;
    private final Pictures pictures;
    private final InView inView;

    /**
     * @param inView whether there was a code, read or not
     * @param unusable why nothing is done with what was read
     * @param outlines the corners of each code that was read and is meant
     * @param view the register or the sale receipt afterwards, when a code was found
     */
    record Picture(
            boolean found,
            boolean inView,
            Optional<Unusable> unusable,
            List<List<Corner>> outlines,
            Optional<Object> view) {

        /** Nothing was answered. */
        static Picture without(Meant meant) {
            if (meant.codes().size() > 1) {
                return new Picture(false, true, Optional.of(Unusable.SEVERAL), outlines(meant), Optional.empty());
            }
            if (meant.reading() instanceof Reading.PartFound part) {
                return new Picture(
                        false, true, Optional.of(Unusable.PART), List.of(Corner.all(part.outline())), Optional.empty());
            }
            boolean seen = meant.reading() instanceof Reading.NothingFound nothing && nothing.inView();
            return new Picture(false, seen, Optional.empty(), List.of(), Optional.empty());
        }

        static Picture answered(Meant meant, Object view) {
            return new Picture(true, true, Optional.empty(), outlines(meant), Optional.of(view));
        }

        private static List<List<Corner>> outlines(Meant meant) {
            return meant.codes().stream()
                    .map(code -> Corner.all(code.outline()))
                    .toList();
        }
    }

    @FunctionalInterface
    private interface Scan<T> {
        Result<T> with(AttemptId attempt, String step, Answer answer);
    }

    public PictureApi(Selling selling, Receipts receipts, Pictures pictures, InView inView) {
        this.selling = selling;
        this.receipts = receipts;
        this.pictures = pictures;
        this.inView = inView;
    }

    Reply answerPayment(Call call) throws IOException, Refused {
        String register = call.register();
        return scan(
                call,
                (attempt, step, answer) ->
                        selling.answer(call.actor(), register, attempt, step, answer, Optional.empty()));
    }

    Reply answerRefund(Call call) throws IOException, Refused {
        return scan(call, (attempt, step, answer) -> receipts.answer(call.actor(), attempt, step, answer));
    }

    private <T> Reply scan(Call call, Scan<T> scan) throws IOException, Refused {
        AttemptId attempt = call.attempt();
        String step = call.query("step").orElseThrow(() -> new Refused(Refusal.NOT_UNDERSTOOD));
        Runnable answered = inView.begin(call);
        Meant meant = pictures.read(call, Meant::of);
        if (meant.codes().size() != 1) {
            return Reply.ok(Picture.without(meant));
        }
        Result<T> answer =
                scan.with(attempt, step, new Answer.Scanned(meant.codes().get(0).content()));
        answered.run();
        return Reply.of(answer, view -> Picture.answered(meant, view));
    }
}
