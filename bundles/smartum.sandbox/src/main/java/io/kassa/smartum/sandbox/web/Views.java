package io.kassa.smartum.sandbox.web;

import io.kassa.smartum.sandbox.books.Books;
import io.kassa.smartum.sandbox.books.Payment;
import io.kassa.smartum.sandbox.books.Refund;
import io.kassa.smartum.sandbox.books.Venue;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.receipt.Specials;
import java.time.Instant;
import java.util.List;

/** What the pages get to see, as JSON. */
final class Views {
    private Views() {}

    record PaymentView(
            String id,
            String payer,
            String venue,
            String venueName,
            String city,
            String benefit,
            long cents,
            long cardCents,
            Instant at,
            Payment.State state,
            long refundedCents,
            List<Refund> refunds) {

        static PaymentView of(Payment payment, Books books) {
            Venue venue = books.venue(payment.order().venue()).orElseThrow();
            return new PaymentView(
                    payment.id(),
                    payment.order().payer().name(),
                    venue.id(),
                    venue.name(),
                    venue.city(),
                    payment.order().benefit(),
                    payment.cents(),
                    payment.order().cardCents(),
                    payment.at(),
                    payment.state(),
                    payment.refundedCents(),
                    payment.refunds());
        }
    }

    record SpecialView(Special kind, String title, String meaning) {
        static SpecialView of(Special kind) {
            return new SpecialView(kind, kind.title(), kind.meaning());
        }
    }

    record IssuedView(
            Special kind,
            String title,
            String meaning,
            String id,
            String transaction,
            String text,
            boolean picture,
            long cents,
            Instant at) {

        static IssuedView of(Specials.Issued issued) {
            return new IssuedView(
                    issued.kind(),
                    issued.kind().title(),
                    issued.kind().meaning(),
                    issued.receipt().id(),
                    issued.receipt().transaction().orElse(""),
                    issued.receipt().text(),
                    issued.receipt().picture().isPresent(),
                    issued.cents(),
                    issued.at());
        }
    }
}
