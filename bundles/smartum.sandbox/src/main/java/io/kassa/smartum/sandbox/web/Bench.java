package io.kassa.smartum.sandbox.web;

import io.kassa.smartum.sandbox.api.Calls;
import io.kassa.smartum.sandbox.api.Credentials;
import io.kassa.smartum.sandbox.books.Books;
import io.kassa.smartum.sandbox.checkout.Checkouts;
import io.kassa.smartum.sandbox.receipt.Receipts;
import io.kassa.smartum.sandbox.receipt.Specials;
import io.kassa.smartum.sandbox.trouble.Troubles;
import java.net.URI;

/** Everything that lies on the operator's bench. */
public record Bench(
        URI root,
        Credentials client,
        String publicKeyPem,
        Books books,
        Receipts receipts,
        Specials specials,
        Troubles troubles,
        Calls calls,
        Checkouts checkouts) {}
